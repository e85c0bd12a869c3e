import { localDay } from './calendar.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'

/** Points gained in the last hours that the model names; gains only, lifts never. */
export function velocityOf(history: History, lines: readonly LedgerLine[]): { velocity: number; surge: boolean } {
  const { hours, surgePoints, surgeDays } = history.model.model.velocity
  const windowMs = hours * 3_600_000
  const gains: number[] = []
  let velocity = 0
  for (const { points, at, lift } of lines) {
    if (points <= 0 || lift || at < history.asOf - windowMs || at > history.asOf) continue
    velocity += points
    gains.push(at)
    history.moments.sure(at + windowMs + 1)
  }
  return { velocity, surge: velocity >= surgePoints && daysOf(gains, history) >= surgeDays }
}

function daysOf(moments: readonly number[], { model }: History): number {
  return new Set(moments.map((moment) => localDay(model.calendar, moment))).size
}
