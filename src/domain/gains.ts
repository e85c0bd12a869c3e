import { localDay } from './calendar.ts'
import type { CompiledModel } from './compile.ts'
import type { LedgerLine } from './ledger.ts'

/** Points that came by something that a person did or is: no lift, and no points for the pace at which others came. */
export interface Gain {
  readonly at: number
  /** What it was worth when it came. */
  readonly points: number
  readonly facts: readonly string[]
}

/** What was gained up to a moment and since another, in the order of the lines. */
export function gainsOf(lines: readonly LedgerLine[], model: CompiledModel, since: number, until: number): Gain[] {
  const gains: Gain[] = []
  for (const { rule, points, earned = points, at, lift, facts } of lines) {
    if (earned > 0 && !lift && at >= since && at <= until && model.rules.get(rule)!.kind !== 'pace')
      gains.push({ at, points: earned, facts })
  }
  return gains
}

export function sumOf(gains: readonly Gain[]): number {
  let sum = 0
  for (const { points } of gains) sum += points
  return sum
}

/** On how many days of the calendar something was gained; gains in order of time. */
export function daysOf(gains: readonly Gain[], { calendar }: CompiledModel): number {
  let days = 0
  let last: number | null = null
  for (const { at } of gains) {
    const day = localDay(calendar, at)
    if (day !== last) days++
    last = day
  }
  return days
}
