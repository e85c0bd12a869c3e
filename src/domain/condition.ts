import type { AttributeTest, Condition, Who } from './condition-schema.ts'
import type { Grade } from './fit.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'
import type { Threshold } from './model.ts'
import { answerOf, type Profile } from './profile.ts'
import type { RoleOf } from './role.ts'
import { visitsSince } from './site-visits.ts'

/** What a condition may ask about: the person and what they came to. */
export interface Scored {
  readonly history: History
  readonly score: number
  readonly grade: Grade | null
  readonly lines: readonly LedgerLine[]
}

/** Whether a person is one of those who are meant; unknown is never right. */
export function isWho(who: Who, profile: Profile, roleOf: RoleOf): boolean {
  if ('all' in who) return who.all.every((each) => isWho(each, profile, roleOf))
  if ('any' in who) return who.any.some((each) => isWho(each, profile, roleOf))
  if ('not' in who) return !isWho(who.not, profile, roleOf)
  return isRight(who, profile, roleOf)
}

/** Whether a characteristic is known and right. */
export function isRight(test: AttributeTest, profile: Profile, roleOf: RoleOf): boolean {
  const answer = test.attribute === 'role' ? roleOf(profile) : answerOf(profile, test.attribute)
  if (answer === undefined || answer === null) return false
  const { oneOf, contains, min, max } = test
  const text = String(answer).toLowerCase()
  if (oneOf && !oneOf.some((right) => right.toLowerCase() === text)) return false
  if (contains && !contains.some((part) => text.includes(part.toLowerCase()))) return false
  if (min !== undefined && !(Number(answer) >= min)) return false
  return max === undefined || Number(answer) <= max
}

/** Whether a threshold is reached: a score, or a condition that holds. */
export function isReached(threshold: Threshold, scored: Scored): boolean {
  return typeof threshold === 'number' ? scored.score >= threshold : holds(threshold, scored)
}

/** Registers the moments at which the answer may become another one. */
export function holds(condition: Condition, scored: Scored): boolean {
  if ('all' in condition) return condition.all.map((each) => holds(each, scored)).every(Boolean)
  if ('any' in condition) return condition.any.map((each) => holds(each, scored)).some(Boolean)
  if ('not' in condition) return !holds(condition.not, scored)
  if ('score' in condition) return scored.score >= condition.score
  // A comes before B, and so on.
  if ('grade' in condition) return scored.grade !== null && scored.grade <= condition.grade
  if ('paid' in condition) return scored.lines.some(({ rule, points }) => rule === condition.paid && points !== 0)
  if ('visits' in condition) return visitsSince(condition.visits, scored.history) !== null
  return isRight(condition, scored.history.profile, scored.history.model.roleOf)
}
