import { businessDaysIn, type Calendar, localDay, startOfLocalDay } from './calendar.ts'
import type { CompiledModel } from './compile.ts'
import type { Fact } from './fact.ts'
import { scoreHistory } from './score-history.ts'
import { isBeyond } from './stage.ts'
import type { Webinar } from './webinar.ts'

/** The last so many local dates, the one of the moment included: since when, ms UTC, and how many are business days. */
export function lastDays(calendar: Calendar, asOf: number, days: number): { since: number; businessDays: number } {
  const today = localDay(calendar, asOf)
  const first = today - days + 1
  return { since: startOfLocalDay(calendar, first), businessDays: businessDaysIn(calendar, first, today) }
}

/**
 * Whether somebody who is SQL or beyond as of a moment became so since another, by the exact moments of their history.
 * Null where that was not found out: more than `most` facts would have to be looked at, or they are not SQL.
 */
export function becameRipe(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
  { since, most }: { since: number; most: number },
): boolean | null {
  for (const { steps, complete, work } of scoreHistory(model, facts, webinars, asOf, since)) {
    const isRipe = steps.map(({ stage }) => isBeyond(stage, 'sql'))
    if (!isRipe.at(-1)) return null
    if (isRipe.includes(false)) return true
    if (complete) return false
    if (work > most) return null
  }
  return null
}
