import { halved, nextHalving } from './fade.ts'
import { daysOf, type Gain, gainsOf, sumOf } from './gains.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'
import type { RuleOf } from './rule.ts'

/** How many points somebody has lost by a moment after a silence began to cost, and when that next becomes more. */
export interface Loss {
  readonly points: number
  readonly next: number | null
}

/** What a silence costs by `moment`, if it began to cost at `begin`; `lines` are what all other rules paid. */
export function lossBy(
  rule: RuleOf<'inactive'>,
  history: History,
  lines: readonly LedgerLine[],
  begin: number,
  moment: number,
): Loss {
  const fixed = { points: -rule.points, next: null }
  if (rule.cooling === 'half_life') return halvedBy(rule, lines, begin, moment)
  if (rule.cooling === 'fixed') return fixed
  const surge = surgeBefore(history, lines, begin)
  return surge ? mirroredBy(surge, -rule.points, begin, moment) : fixed
}

/** The gains of the last days before a moment, if they came as fast as a surge. */
function surgeBefore({ model }: History, lines: readonly LedgerLine[], begin: number): Gain[] | null {
  const { hours, surgePoints, surgeDays } = model.model.velocity
  const all = gainsOf(lines, model, -Infinity, begin)
  const last = all.at(-1)
  if (!last) return null
  const surge = all.filter(({ at }) => at >= last.at - hours * 3_600_000)
  return sumOf(surge) >= surgePoints && daysOf(surge, model) >= surgeDays ? surge : null
}

/**
 * The last gain goes first, and the others in the intervals in which they came; with the first one goes whatever the
 * usual penalty is more than all of them.
 */
function mirroredBy(surge: readonly Gain[], usual: number, begin: number, moment: number): Loss {
  const last = surge.at(-1)!.at
  const goes = surge.map(({ at, points }) => ({ at: begin + last - at, points }))
  const first = goes[0]!
  goes[0] = { at: first.at, points: first.points + Math.max(0, usual - sumOf(surge)) }
  let points = 0
  let next: number | null = null
  for (const each of goes.toReversed()) {
    if (each.at <= moment) points += each.points
    else next ??= each.at
  }
  return { points, next }
}

/** Of what stood at the beginning, half is left after each half-life. */
function halvedBy(
  { halfLifeDays }: RuleOf<'inactive'>,
  lines: readonly LedgerLine[],
  begin: number,
  moment: number,
): Loss {
  let stood = 0
  for (const { at, points } of lines) if (at <= begin) stood += points
  if (stood <= 0) return { points: 0, next: null }
  const age = moment - begin
  const next = nextHalving(stood, halfLifeDays!, age)
  return { points: stood - halved(stood, halfLifeDays!, age), next: next === null ? null : begin + next }
}
