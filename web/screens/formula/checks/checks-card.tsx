import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { Card } from '../../../parts/card.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import type { Finding } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import style from './checks.module.css'
import { FindingLine } from './finding-line.tsx'
import { useFindings } from './queries.ts'
import { Tests } from './tests.tsx'

const severities = ['error', 'warning', 'hint'] as const

/** What is odd in the formula, with the way to the rule it is about, and how its own tests came out. */
export function ChecksCard() {
  const { t } = useTranslation('formula')
  const { mayEdit } = useFormula()
  const { data, error, refetch } = useFindings()
  if (!mayEdit) return null
  return (
    <Card title={t('checks.title')}>
      <div className={style.checks}>
        {error && <Trouble error={error} retry={refetch} />}
        {!data && !error && <Loading />}
        {data && <Found items={data.items} />}
        <Tests />
      </div>
    </Card>
  )
}

function Found({ items }: { items: readonly Finding[] }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  if (items.length === 0) return <p className={style.fine}>{t('checks.fine')}</p>
  const counts = severities.map((severity) => [severity, items.filter((each) => each.severity === severity)] as const)
  return (
    <>
      <ul className={style.counts}>
        {counts.map(
          ([severity, of]) =>
            of.length > 0 && (
              <li key={severity} data-severity={severity}>
                {t(`checks.count.${severity}`, counted(of.length))}
              </li>
            ),
        )}
      </ul>
      <ul className={style.list}>
        {items.map((finding, index) => (
          <li key={index}>
            {finding.rule === null ? <FindingLine finding={finding} /> : <ToRule finding={finding} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Its words stand at the rule. */
function ToRule({ finding: { severity, rule } }: { finding: Finding }) {
  const { t } = useTranslation('formula')
  const nameOf = useRuleName()
  const [, setParams] = useSearchParams()
  function open() {
    setParams(
      (now) => {
        now.set('open', rule!)
        return now
      },
      { replace: true },
    )
  }
  return (
    <p className={style.finding} data-severity={severity}>
      <b>{t(`checks.severity.${severity}`)}</b>{' '}
      <a href={`#rule-${rule}`} onClick={open}>
        {nameOf(rule!)}
      </a>
    </p>
  )
}
