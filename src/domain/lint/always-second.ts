import type { RuleOf } from '../rule.ts'
import { atRule, ofKind, pairs, type Smell } from './finding.ts'
import { isWithin } from './of-webinars.ts'
import { implies } from './possible.ts'
import { smell } from './words.ts'

/** What never pays in webinars of so many minutes hardly ever pays. */
const SHORT = 15

/** A rule for attendance that comes after one that always holds when it does: the first that holds is paid. */
export const alwaysSecond: Smell = {
  name: 'always_second',
  *find(subject) {
    const seen = new Set<string>()
    for (const [first, second] of pairs(ofKind(subject, 'attended'))) {
      const [a, b] = [first.rule, second.rule]
      if (seen.has(b.id) || !isWithin(b, a) || !implies(b.when, a.when, subject.model)) continue
      const minutes = holdsTooFrom(a, b)
      if (minutes > SHORT) continue
      seen.add(b.id)
      const said = { rule: b.id, other: a.id }
      const words = minutes === 0 ? smell('alwaysSecond', said) : smell('secondUnlessShort', { ...said, minutes })
      yield atRule(second, 'error', words)
    }
  },
}

/** The length in minutes from which on the first always holds when the second does; 0: in every webinar, Infinity: never so. */
function holdsTooFrom(first: RuleOf<'attended'>, second: RuleOf<'attended'>): number {
  const seconds = Math.max(0.001, first.seconds ?? 0)
  if (first.share !== undefined) return second.share !== undefined && first.share <= second.share ? 0 : Infinity
  if (second.share !== undefined) return first.seconds ? Math.ceil(seconds / second.share / 60) : 0
  return seconds <= Math.max(0.001, second.seconds ?? 0) ? 0 : Infinity
}
