import { localDay } from './calendar.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'

/** Points gained in the last hours that the model names; gains only, lifts never. `lines` are in order of time. */
export function velocityOf(history: History, lines: readonly LedgerLine[]): { velocity: number; surge: boolean } {
  const { hours, surgePoints, surgeDays } = history.model.model.velocity
  const windowMs = hours * 3_600_000
  const since = history.asOf - windowMs
  let velocity = 0
  for (const line of lines) {
    if (!isGain(line, since, history.asOf)) continue
    velocity += line.points
    history.moments.sure(line.at + windowMs + 1)
  }
  return { velocity, surge: velocity >= surgePoints && daysOf(history, lines, since) >= surgeDays }
}

function isGain({ points, at, lift }: LedgerLine, since: number, asOf: number): boolean {
  return points > 0 && !lift && at >= since && at <= asOf
}

/** On how many days of the calendar something was gained. */
function daysOf({ asOf, model }: History, lines: readonly LedgerLine[], since: number): number {
  let days = 0
  let last: number | null = null
  for (const line of lines) {
    if (!isGain(line, since, asOf)) continue
    const day = localDay(model.calendar, line.at)
    if (day !== last) days++
    last = day
  }
  return days
}
