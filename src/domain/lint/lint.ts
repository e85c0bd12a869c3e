import type { Model } from '../model.ts'
import { alwaysSecond } from './always-second.ts'
import { asksInVain } from './asks-in-vain.ts'
import { capTooSmall } from './cap-too-small.ts'
import { contradiction } from './contradiction.ts'
import { deadReference } from './dead-reference.ts'
import { emptyList } from './empty-list.ts'
import { emptyPages } from './empty-pages.ts'
import type { Finding, Smell, Subject, Surroundings } from './finding.ts'
import { halvesAfterExpiry } from './halves-after-expiry.ts'
import { impossibleNumbers } from './impossible-numbers.ts'
import { leadByRegistering } from './lead-by-registering.ts'
import { lessForMore } from './less-for-more.ts'
import { liveBelowReplay } from './live-below-replay.ts'
import { notObserved } from './not-observed.ts'
import { outOfReach } from './out-of-reach.ts'
import { paidTwice } from './paid-twice.ts'
import { penaltyTooLarge } from './penalty-too-large.ts'
import { unboundedRepeats } from './unbounded-repeats.ts'
import { unfedRule } from './unfed-rule.ts'
import { unknownRole } from './unknown-role.ts'
import { unknownWord } from './unknown-word.ts'
import { unusedSource } from './unused-source.ts'

/** Every smell of a formula. Adding one: its file, its sentences in words.ts, and its line here. */
export const SMELLS: readonly Smell[] = [
  lessForMore,
  liveBelowReplay,
  alwaysSecond,
  leadByRegistering,
  outOfReach,
  contradiction,
  unknownRole,
  emptyPages,
  deadReference,
  unknownWord,
  emptyList,
  impossibleNumbers,
  asksInVain,
  paidTwice,
  unboundedRepeats,
  penaltyTooLarge,
  capTooSmall,
  halvesAfterExpiry,
  notObserved,
  unusedSource,
  unfedRule,
]

const SEVERITIES = ['error', 'warning', 'hint']

/** What is odd in a model, errors first, then in the order of the smells. `surroundings`: what the workspace has. */
export function lint(model: Model, surroundings: Surroundings | null = null): Finding[] {
  const rules = model.rules.flatMap((rule, at) => (rule.enabled ? [{ rule, path: `rules.${at}` }] : []))
  const subject: Subject = { model, rules, surroundings }
  const findings = SMELLS.flatMap(({ name, find }) => [...find(subject)].map((found) => ({ smell: name, ...found })))
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}
