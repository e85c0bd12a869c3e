import { useTranslation } from 'react-i18next'
import { useRuleName } from '../../../parts/rule-name.ts'
import { type Said, Words } from '../../../parts/words.tsx'
import type { Finding } from '../answers.ts'
import style from './checks.module.css'

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

/** Rules stand in the server's words by their ids. */
export function saidOf({ text, message, params }: Finding, nameOf: (rule: string) => string): Said {
  const ids = [params.rule, params.other].filter((id) => typeof id === 'string')
  const named = ids.reduce((words, id) => words.replaceAll(`“${id}”`, `“${nameOf(id)}”`), text)
  const names = Object.entries(params).map(([gap, value]) =>
    (gap === 'rule' || gap === 'other') && typeof value === 'string' ? [gap, nameOf(value)] : [gap, value],
  )
  return { text: named, key: message, params: Object.fromEntries(names) }
}
