import type { RuleOf } from '../rule.ts'
import { atRule, ofKind, pairs, type Smell } from './finding.ts'
import { isWithin } from './of-webinars.ts'
import { implies } from './possible.ts'
import { smell } from './words.ts'

/** No webinar is shorter, seconds. */
const SHORTEST = 300

/** A rule for attendance that comes after one that always holds when it does: the first that holds is paid. */
export const alwaysSecond: Smell = {
  name: 'always_second',
  *find(subject) {
    const seen = new Set<string>()
    for (const [first, second] of pairs(ofKind(subject, 'attended'))) {
      const [a, b] = [first.rule, second.rule]
      if (seen.has(b.id) || !isWithin(b, a) || !implies(b.when, a.when, subject.model) || !holdsToo(a, b)) continue
      seen.add(b.id)
      yield atRule(second, 'error', smell('alwaysSecond', { rule: b.id, other: a.id }))
    }
  },
}

function holdsToo(first: RuleOf<'attended'>, second: RuleOf<'attended'>): boolean {
  if (first.share !== undefined) return second.share !== undefined && first.share <= second.share
  const seconds = first.seconds ?? 0
  if (second.share !== undefined) return seconds <= second.share * SHORTEST
  return seconds <= Math.max(0.001, second.seconds ?? 0)
}
