import { Refused } from './refusal.ts'
import { dayIn, offsetAt, remember, startOfDay, type Zone, zoneOf } from './timezone.ts'

const DAY = 86_400_000
/** A calendar must come to a business day within ten years. */
const LONGEST_REST = 3660

/** The days on which a workspace works. `weekend`: 0 = Sunday. `holidays`: local dates, YYYY-MM-DD. */
export interface Calendar {
  readonly timezone: string
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<string>
}

/** A calendar as a model writes it. */
export interface CalendarSettings {
  readonly timezone: string
  readonly weekend: readonly number[]
  readonly holidays: readonly string[]
}

interface Tables {
  readonly zone: Zone
  readonly rest: readonly boolean[]
  readonly holidays: ReadonlySet<number>
  /** Number of business days -> last day -> when the penalty begins. */
  readonly penalties: Map<number, Map<number, number>>
}

const tables = new WeakMap<Calendar, Tables>()

/**
 * A calendar that is known to work. Throws Refused('invalid') with `field` for an unknown time zone, a weekday that
 * is none, a date that does not exist, and ten years without any business day.
 */
export function makeCalendar(settings: CalendarSettings): Calendar {
  const calendar = { ...settings, holidays: new Set(settings.holidays) }
  tablesOf(calendar)
  return calendar
}

/** The local date at `ms`, as days since 1970-01-01. */
export function localDay(calendar: Calendar, ms: number): number {
  return dayIn(tablesOf(calendar).zone, ms)
}

/** What the clocks show at `ms`, as ms since 1970-01-01 00:00 by the same clocks. */
export function clockAt(calendar: Calendar, ms: number): number {
  return ms + offsetAt(tablesOf(calendar).zone, ms)
}

/** The first instant of a local date, ms UTC; not always 00:00, and of a date that was skipped that of the next. */
export function startOfLocalDay(calendar: Calendar, day: number): number {
  return startOfDay(tablesOf(calendar).zone, day)
}

/** When the clocks of a local date show so many minutes after midnight, ms UTC; later where they skip that. */
export function momentOfLocalDay(calendar: Calendar, day: number, minute: number): number {
  const { zone } = tablesOf(calendar)
  const start = startOfDay(zone, day)
  const passed = start + minute * 60_000
  const shown = passed + offsetAt(zone, start) - offsetAt(zone, passed)
  return offsetAt(zone, shown) === offsetAt(zone, passed) ? shown : passed
}

/** The weekday of a day since 1970-01-01; 0 = Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7
}

/** The n-th business day strictly after `day`; `n` is 1 or more. */
export function businessDayAfter(calendar: Calendar, day: number, n: number): number {
  const compiled = tablesOf(calendar)
  let left = n
  let at = day
  while (left > 0) if (works(compiled, ++at)) left--
  return at
}

/** How many business days there are from one local date to another, both included. */
export function businessDaysIn(calendar: Calendar, from: number, to: number): number {
  const compiled = tablesOf(calendar)
  let count = 0
  for (let day = from; day <= to; day++) if (works(compiled, day)) count++
  return count
}

/** Local midnight after the n-th business day that lies strictly after `lastDay`, ms UTC. */
export function penaltyBegins(calendar: Calendar, lastDay: number, n: number): number {
  const { penalties } = tablesOf(calendar)
  const known = penalties.get(n) ?? new Map<number, number>()
  const found = known.get(lastDay)
  if (found !== undefined) return found
  penalties.set(n, known)
  return remember(known, lastDay, startOfLocalDay(calendar, businessDayAfter(calendar, lastDay, n) + 1))
}

/** Days since 1970-01-01 of YYYY-MM-DD. Throws Refused('invalid') when there is no such date. */
function dayOf(date: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new Refused('invalid', `"${date}" is no date. Write holidays as YYYY-MM-DD.`, { field: 'holidays' })
  }
  return ms / DAY
}

/** A date that the zone skipped, as Samoa did 2011-12-30, is no day at all. */
function works({ zone, rest, holidays }: Tables, day: number): boolean {
  return !rest[weekdayOf(day)] && !holidays.has(day) && startOfDay(zone, day) < startOfDay(zone, day + 1)
}

function tablesOf(calendar: Calendar): Tables {
  const known = tables.get(calendar)
  if (known) return known
  const compiled = compile(calendar)
  tables.set(calendar, compiled)
  return compiled
}

function compile({ timezone, weekend, holidays }: Calendar): Tables {
  const wrong = weekend.find((day) => !(Number.isInteger(day) && day >= 0 && day <= 6))
  if (wrong !== undefined) {
    throw new Refused('invalid', `${wrong} is no weekday. Weekdays are 0 (Sunday) to 6 (Saturday).`, {
      field: 'weekend',
    })
  }
  const rest = [0, 1, 2, 3, 4, 5, 6].map((day) => weekend.includes(day))
  const compiled = { zone: zoneOf(timezone), rest, holidays: new Set([...holidays].map(dayOf)), penalties: new Map() }
  if (rest.every(Boolean)) throw new Refused('invalid', 'A week needs a day that is no weekend.', { field: 'weekend' })
  refuseEndlessRest(compiled)
  return compiled
}

function refuseEndlessRest(compiled: Tables): void {
  let working = -Infinity
  for (const first of [...compiled.holidays].sort((a, b) => a - b)) {
    if (first < working) continue
    for (working = first; !works(compiled, working); working++) {
      if (working - first < LONGEST_REST) continue
      const date = new Date(first * DAY).toISOString().slice(0, 10)
      throw new Refused('invalid', `From ${date} on there is no business day for ten years.`, { field: 'holidays' })
    }
  }
}
