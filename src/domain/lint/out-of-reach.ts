import { largest, necessary } from './amounts.ts'
import { atPath, type Smell, type Subject } from './finding.ts'
import { mostOf } from './most.ts'
import { smell } from './words.ts'

/** A threshold that nobody, or everybody, reaches with what the rules can pay. */
export const outOfReach: Smell = {
  name: 'out_of_reach',
  *find(subject) {
    const { thresholds, disqualify } = subject.model
    const most = mostOf(subject)
    for (const name of ['mql', 'sql'] as const) {
      const score = necessary(thresholds[name])
      const threshold = name.toUpperCase()
      const path = `thresholds.${name}`
      if (score === null) continue
      if (score > most) yield atPath(path, 'error', smell('thresholdTooHigh', { threshold, score, most }))
      const isAll = typeof thresholds[name] === 'number' && score <= 0
      if (isAll) yield atPath(path, 'warning', smell('thresholdTooLow', { threshold, score }))
    }
    const { mql, sql } = thresholds
    if (typeof mql === 'number' && mql === sql) yield atPath('thresholds', 'warning', smell('noRoom', { score: mql }))
    if (!disqualify) return
    const { below } = disqualify
    if (typeof mql === 'number' && below > mql)
      yield atPath('disqualify.below', 'warning', smell('disqualifiesMql', { below, mql }))
    if (below <= 0 && !takesPoints(subject)) yield atPath('disqualify.below', 'warning', smell('neverBelow', { below }))
  },
}

function takesPoints({ rules, model }: Subject): boolean {
  return rules.some(({ rule }) => largest(rule, model) < 0 || (rule.kind === 'inactive' && rule.cooling !== 'fixed'))
}
