import type { Rule } from '../rule.ts'
import { capOf, largest } from './amounts.ts'
import type { Subject } from './finding.ts'
import { canHold } from './possible.ts'

/** Kinds that hold once and while they are true; all others can be earned again and again, by one webinar more. */
const ONCE: readonly Rule['kind'][] = [
  ...(['profile', 'fit_complete', 'free_email', 'site_activity', 'pace', 'mails_unopened'] as const),
  ...(['opens_without_clicks', 'messages_ignored', 'calls_unanswered', 'no_human_contact'] as const),
  ...(['unsubscribed', 'wrong_fit', 'inactive', 'absent'] as const),
]

/** Larger than needed is still an upper bound: so many groups of rules are tried for one that excludes all others. */
const MOST_APART = 40

/**
 * An upper bound of any score: Infinity where some rule can be earned without end. Of rules about people that exclude
 * each other the largest counts.
 */
export function mostOf({ rules, model }: Subject): number {
  const groups = new Map<string, number>()
  let sum = 0
  const apart: Rule[][] = []
  for (const { rule } of rules) {
    if (rule.points <= 0) continue
    if (ONCE.includes(rule.kind) && capOf(rule, model) === Infinity) {
      const others = apart
        .slice(0, MOST_APART)
        .find((each) => each.every((other) => !canHold([rule.when, other.when], model)))
      if (others) others.push(rule)
      else apart.push([rule])
      continue
    }
    const most = ONCE.includes(rule.kind) ? Math.min(largest(rule, model), capOf(rule, model)) : repeated(rule, model)
    const group = rule.group === undefined ? undefined : model.groups[rule.group]
    if (!group || group.per || group.days !== undefined) sum += most
    else groups.set(rule.group!, Math.min(group.points, (groups.get(rule.group!) ?? 0) + most))
  }
  for (const each of apart) sum += Math.max(...each.map((rule) => largest(rule, model)))
  for (const most of groups.values()) sum += most
  return sum
}

function repeated(rule: Rule, model: Subject['model']): number {
  const once =
    'limit' in rule &&
    rule.limit?.per === 'ever' &&
    (rule.kind !== 'did' || rule.place === 'ever') &&
    rule.kind !== 'visited'
  return Math.min(capOf(rule, model), once ? rule.points * rule.limit!.times : Infinity)
}
