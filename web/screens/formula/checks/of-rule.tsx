import { useTranslation } from 'react-i18next'
import type { Finding } from '../answers.ts'
import style from './checks.module.css'
import { rulesOf } from './expectations.ts'
import { FindingLine } from './finding-line.tsx'
import { useFindings, useTests } from './queries.ts'

/** What was found about one rule, and the red tests that name it; hints where there is room for them. */
export function ChecksOfRule({ rule, withHints }: { rule: string; withHints: boolean }) {
  const { t } = useTranslation('formula')
  const { data: findings } = useFindings()
  const { data: tests } = useTests()
  const isShown = ({ severity }: Finding) => withHints || severity !== 'hint'
  const found = findings?.items.filter((finding) => finding.rule === rule && isShown(finding)) ?? []
  const red = tests?.items.filter((test) => !test.passed && rulesOf(test).includes(rule)) ?? []
  if (found.length + red.length === 0) return null
  return (
    <div className={style.ofRule}>
      {found.map((finding, index) => (
        <FindingLine key={index} finding={finding} />
      ))}
      {red.map(({ name }) => (
        <p key={name} className={style.finding} data-severity="error">
          <b>{t('checks.redTest')}</b> <bdi>{name}</bdi>
        </p>
      ))}
    </div>
  )
}
