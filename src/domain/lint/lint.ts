import type { Model } from '../model.ts'
import { alwaysSecond } from './always-second.ts'
import { asksInVain } from './asks-in-vain.ts'
import { capTooSmall } from './cap-too-small.ts'
import { contradiction } from './contradiction.ts'
import { deadReference } from './dead-reference.ts'
import { emptyList } from './empty-list.ts'
import { emptyPages } from './empty-pages.ts'
import { atPath, type Finding, type Smell, type Subject, type Surroundings } from './finding.ts'
import { halvesAfterExpiry } from './halves-after-expiry.ts'
import { impossibleNumbers } from './impossible-numbers.ts'
import { leadByRegistering } from './lead-by-registering.ts'
import { lessForMore } from './less-for-more.ts'
import { liveBelowReplay } from './live-below-replay.ts'
import { notObserved } from './not-observed.ts'
import { oddWords } from './odd-words.ts'
import { outOfReach } from './out-of-reach.ts'
import { paidTwice } from './paid-twice.ts'
import { penaltyTooLarge } from './penalty-too-large.ts'
import { unboundedRepeats } from './unbounded-repeats.ts'
import { unfedRule } from './unfed-rule.ts'
import { unknownRole } from './unknown-role.ts'
import { unknownTopic } from './unknown-topic.ts'
import { unknownWord } from './unknown-word.ts'
import { unusedSource } from './unused-source.ts'
import { wordTwice } from './word-twice.ts'
import { smell } from './words.ts'

/** Every smell of a formula. Adding one: its file, its sentences in words.ts, and its line here. */
export const SMELLS: readonly Smell[] = [
  lessForMore,
  liveBelowReplay,
  alwaysSecond,
  leadByRegistering,
  outOfReach,
  contradiction,
  unknownRole,
  unknownTopic,
  emptyPages,
  deadReference,
  unknownWord,
  emptyList,
  oddWords,
  wordTwice,
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

/** Every two rules are compared, so a model of thousands would hold everything up; a list that is cut says so. */
const MOST_RULES = 200
const MOST_OF_ONE = 50

const SEVERITIES = ['error', 'warning', 'hint']

/** What is odd in a model, errors first, then in the order of the smells. `surroundings`: what the workspace has. */
export function lint(model: Model, surroundings: Surroundings | null = null): Finding[] {
  const enabled = model.rules.flatMap((rule, at) => (rule.enabled ? [{ rule, path: `rules.${at}` }] : []))
  const subject: Subject = { model, rules: enabled.slice(0, MOST_RULES), surroundings }
  const findings = SMELLS.flatMap((each) => findingsOf(each, subject))
  if (enabled.length > MOST_RULES) {
    const words = smell('manyRules', { most: MOST_RULES })
    findings.push({ smell: 'cut', ...atPath('rules', 'warning', words) })
  }
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

function findingsOf({ name, find }: Smell, subject: Subject): Finding[] {
  const findings: Finding[] = []
  for (const found of find(subject)) {
    if (findings.length === MOST_OF_ONE) {
      const words = smell('manyFindings', { most: MOST_OF_ONE })
      return [...findings, { smell: name, ...atPath('rules', found.severity, words) }]
    }
    findings.push({ smell: name, ...found })
  }
  return findings
}
