import type { Feature } from './features.ts'

/** What the past says of one payment of a rule: how much it adds to the log-odds of winning, the other rules being equal. */
export interface Weighed extends Feature {
  readonly weight: number
}

/** No row becomes more than so many times as much as it was, or less than that part of it. */
export const mostFactor = 3

/**
 * Weights as whole points, by rule. They are scaled so that the people they were fitted on are paid as much in all as
 * before, gains and penalties together, and the thresholds keep their meaning. The sign of a row stays, and it becomes
 * at most three times as much or a third.
 */
export function pointsOf(weighed: readonly Weighed[]): Map<string, number> {
  const often = weighed.map(({ times }) => times.reduce((sum, time) => sum + Math.abs(time), 0))
  const paidAt = (scale: number) =>
    weighed.reduce((sum, each, at) => sum + often[at]! * Math.abs(bounded(each, scale)), 0)
  const before = weighed.reduce((sum, { rule }, at) => sum + often[at]! * Math.abs(rule.points), 0)
  let [low, high] = [0, 1]
  for (let step = 0; step < 100 && paidAt(high) < before; step++) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (paidAt(middle) < before) low = middle
    else high = middle
  }
  return new Map(weighed.map((each) => [each.rule.id, whole(each, high)]))
}

/** Whether the past speaks against the sign of a rule. */
export function isAgainst({ rule, weight }: Weighed): boolean {
  return weight * rule.points <= 0
}

function bounded({ rule, weight }: Weighed, scale: number): number {
  const size = Math.abs(rule.points)
  const wanted = weight * scale * Math.sign(rule.points)
  return Math.sign(rule.points) * Math.min(size * mostFactor, Math.max(size / mostFactor, wanted))
}

function whole(weighed: Weighed, scale: number): number {
  const { points } = weighed.rule
  const least = Math.ceil(Math.abs(points) / mostFactor)
  return Math.sign(points) * Math.max(least, Math.round(Math.abs(bounded(weighed, scale))))
}
