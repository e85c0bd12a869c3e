import type { Condition } from '../condition-schema.ts'
import type { Model, Threshold } from '../model.ts'
import type { Rule } from '../rule.ts'

/** The score from which on a threshold is reached whatever else holds; null: no score alone reaches it. */
export function sufficient(threshold: Threshold): number | null {
  if (typeof threshold === 'number') return threshold
  if ('score' in threshold) return threshold.score
  if ('any' in threshold) return least(threshold.any.map(sufficient).filter((score) => score !== null))
  if (!('all' in threshold)) return null
  const scores = threshold.all.map(sufficient)
  return scores.includes(null) ? null : Math.max(...(scores as number[]))
}

/** The score without which a threshold cannot be reached; null: it may be reached with any. */
export function necessary(threshold: Threshold): number | null {
  if (typeof threshold === 'number') return threshold
  if ('score' in threshold) return threshold.score
  if ('all' in threshold) {
    const scores = threshold.all.map(necessary).filter((score) => score !== null)
    return scores.length > 0 ? Math.max(...scores) : null
  }
  if (!('any' in threshold)) return null
  const scores = threshold.any.map(necessary)
  return scores.includes(null) ? null : Math.min(...(scores as number[]))
}

/** From how many points on somebody is hot; null where no score alone makes hot. */
export function hotFrom({ thresholds }: Model): number | null {
  return sufficient(thresholds.sql)
}

/** What one line of a rule is worth at most: points for fit are multiplied for a target audience. */
export function largest(rule: Rule, { fit }: Model): number {
  if (rule.kind !== 'profile' && rule.kind !== 'fit_complete') return rule.points
  const multiplier = Math.max(1, ...fit.audiences.map((audience) => audience.multiplier))
  return rule.points > 0 ? Math.round(rule.points * multiplier) : rule.points
}

/** The most that a rule's caps let stand, whatever the webinar and the day; Infinity: nothing limits it. */
export function capOf({ cap, group }: Rule, { groups }: Model): number {
  const caps = [cap, group === undefined ? undefined : groups[group]]
  return Math.min(Infinity, ...caps.flatMap((one) => (one && !one.per && one.days === undefined ? [one.points] : [])))
}

/** What rules can pay together at most, each once, under their caps. */
export function sumUnderCaps(rules: readonly Rule[], model: Model): number {
  const byGroup = new Map<string | undefined, number>()
  for (const rule of rules) {
    const points = Math.min(largest(rule, model), rule.cap?.points ?? Infinity)
    byGroup.set(rule.group, (byGroup.get(rule.group) ?? 0) + points)
  }
  let sum = 0
  for (const [group, points] of byGroup)
    sum += Math.min(points, (group !== undefined && model.groups[group]?.points) || Infinity)
  return sum
}

/** Every condition of the model that is no rule's own `when`, with its path. */
export function conditionsOf({ thresholds, fit }: Model): { path: string; condition: Condition }[] {
  const own = (['mql', 'sql'] as const).flatMap((name) => {
    const threshold = thresholds[name]
    return typeof threshold === 'number' ? [] : [{ path: `thresholds.${name}`, condition: threshold }]
  })
  const audiences = fit.audiences.map(({ when }, at) => ({ path: `fit.audiences.${at}.when`, condition: when }))
  return [...own, ...audiences]
}

function least(scores: readonly number[]): number | null {
  return scores.length > 0 ? Math.min(...scores) : null
}
