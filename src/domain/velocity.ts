import { daysOf, gainsOf, sumOf } from './gains.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'

/** Points gained in the last hours that the model names; gains only, lifts never. `lines` are in order of time. */
export function velocityOf(history: History, lines: readonly LedgerLine[]): { velocity: number; surge: boolean } {
  const { hours, surgePoints, surgeDays } = history.model.model.velocity
  const windowMs = hours * 3_600_000
  const gains = gainsOf(lines, history.model, history.asOf - windowMs, history.asOf)
  for (const { at } of gains) history.moments.sure(at + windowMs + 1)
  const velocity = sumOf(gains)
  return { velocity, surge: velocity >= surgePoints && daysOf(gains, history.model) >= surgeDays }
}
