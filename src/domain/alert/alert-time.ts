import { businessDayAfter, businessDaysIn, type Calendar, localDay, startOfLocalDay } from '../calendar.ts'
import type { AlertRule } from './rule.ts'

const MINUTE = 60_000

type Timing = Pick<AlertRule, 'quietHours' | 'workingDaysOnly' | 'digest'>

/**
 * When an alert that is raised at a moment may go out, ms UTC: with the next digest, on a working day, outside the quiet
 * hours. Hours are those of the calendar's clock.
 */
export function sendsAt({ quietHours, workingDaysOnly, digest }: Timing, calendar: Calendar, raisedAt: number): number {
  let at = raisedAt
  if (digest && 'everyMinutes' in digest) at = nextSlot(calendar, at, digest.everyMinutes)
  else if (digest) return nextDaily(calendar, at, minuteOf(digest.dailyAt))
  for (;;) {
    const day = localDay(calendar, at)
    const works = !workingDaysOnly || businessDaysIn(calendar, day, day) === 1
    const quietUntil = works && quietHours ? endOfQuiet(calendar, day, at, quietHours) : at
    if (works && quietUntil === at) return at
    at = works ? quietUntil : startOfLocalDay(calendar, businessDayAfter(calendar, day, 1))
  }
}

/** The end of a stretch of the day that holds the moment; never the moment itself, so digests of one slot are one. */
function nextSlot(calendar: Calendar, at: number, everyMinutes: number): number {
  const midnight = startOfLocalDay(calendar, localDay(calendar, at))
  const slot = everyMinutes * MINUTE
  return Math.min(
    midnight + (Math.floor((at - midnight) / slot) + 1) * slot,
    startOfLocalDay(calendar, localDay(calendar, at) + 1),
  )
}

function nextDaily(calendar: Calendar, at: number, minute: number): number {
  const today = localDay(calendar, at)
  const works = businessDaysIn(calendar, today, today) === 1
  const moment = startOfLocalDay(calendar, today) + minute * MINUTE
  if (works && moment > at) return moment
  return startOfLocalDay(calendar, businessDayAfter(calendar, today, 1)) + minute * MINUTE
}

/** The moment itself where it is not quiet. */
function endOfQuiet(calendar: Calendar, day: number, at: number, hours: { from: string; to: string }): number {
  const midnight = startOfLocalDay(calendar, day)
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)]
  const minute = (at - midnight) / MINUTE
  const ends = (of: number) => startOfLocalDay(calendar, of) + to * MINUTE
  if (from < to) return minute >= from && minute < to ? ends(day) : at
  if (minute < to) return ends(day)
  return minute >= from ? ends(day + 1) : at
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}
