import type { Said } from '../../../parts/words.tsx'
import type { Finding } from '../answers.ts'

/** Rules stand in the server's words by their ids. */
export function saidOf({ text, message, params }: Finding, nameOf: (rule: string) => string): Said {
  const ids = [params.rule, params.other].filter((id) => typeof id === 'string')
  const named = ids.reduce((words, id) => words.replaceAll(`“${id}”`, `“${nameOf(id)}”`), text)
  const names = Object.entries(params).map(([gap, value]) =>
    (gap === 'rule' || gap === 'other') && typeof value === 'string' ? [gap, nameOf(value)] : [gap, value],
  )
  return { text: named, key: message, params: Object.fromEntries(names) }
}
