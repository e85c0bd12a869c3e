import { useTranslation } from 'react-i18next'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Words } from '../../../parts/words.tsx'
import type { Finding } from '../answers.ts'
import style from './checks.module.css'
import { saidOf } from './said-of.ts'

/** One finding: how bad it is, and the server's words with the rules called as the screen calls them. */
export function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation('formula')
  const nameOf = useRuleName()
  return (
    <p className={style.finding} data-severity={finding.severity}>
      <b>{t(`checks.severity.${finding.severity}`)}</b> <Words said={saidOf(finding, nameOf)} />
    </p>
  )
}
