import type { Rule } from './rule.ts'

const DAY_MS = 86_400_000

/** What is left of points so many ms after they came: nothing once they expire, half of them after each half-life. */
export function faded(points: number, { kind, expiresDays, halfLifeDays }: Rule, ageMs: number): number {
  if (expiresDays !== undefined && ageMs > expiresDays * DAY_MS) return 0
  if (halfLifeDays === undefined || kind === 'inactive') return points
  return halved(points, halfLifeDays, ageMs)
}

/** How many ms after they came the points that are left next become others; null: never again. */
export function nextFade(points: number, rule: Rule, ageMs: number): number | null {
  const expires = rule.expiresDays === undefined ? Infinity : rule.expiresDays * DAY_MS + 1
  if (ageMs >= expires) return null
  const { halfLifeDays } = rule
  const halves =
    halfLifeDays === undefined || rule.kind === 'inactive' ? null : nextHalving(points, halfLifeDays, ageMs)
  const next = Math.min(expires, halves ?? Infinity)
  return next === Infinity ? null : next
}

/** Whole points; a half is rounded away from 0. */
export function halved(points: number, halfLifeDays: number, ageMs: number): number {
  return Math.sign(points) * Math.round(Math.abs(points) * 0.5 ** (ageMs / (halfLifeDays * DAY_MS))) + 0
}

/** The first ms at which `halved` answers less than at `ageMs`. */
export function nextHalving(points: number, halfLifeDays: number, ageMs: number): number | null {
  const left = Math.abs(halved(points, halfLifeDays, ageMs))
  if (left === 0) return null
  const isLess = (age: number) => Math.abs(halved(points, halfLifeDays, age)) < left
  let age = Math.max(ageMs + 1, Math.floor(halfLifeDays * DAY_MS * Math.log2(Math.abs(points) / (left - 0.5))))
  while (age > ageMs + 1 && isLess(age - 1)) age--
  while (!isLess(age)) age++
  return age
}
