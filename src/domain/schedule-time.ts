import { businessDayAfter, businessDaysIn, type Calendar, localDay, momentOfLocalDay, weekdayOf } from './calendar.ts'
import type { CalendarRhythm } from './schedule.ts'

const DAY = 86_400_000
/** What fell on a day off so long ago may still go out; every rhythm has a day within it. */
const LOOK_BACK = 40

/** The first moment strictly after `after` at which a rhythm is due, ms UTC. */
export function nextDue(rhythm: CalendarRhythm, calendar: Calendar, after: number): number {
  for (let day = localDay(calendar, after) - LOOK_BACK; ; day++) {
    if (!isDay(rhythm, day)) continue
    const at = momentOfLocalDay(calendar, rhythm.workingDaysOnly ? working(calendar, day) : day, minuteOf(rhythm.at))
    if (at > after) return at
  }
}

function isDay(rhythm: CalendarRhythm, day: number): boolean {
  if (rhythm.every === 'day') return true
  if (rhythm.every === 'week') return weekdayOf(day) === rhythm.weekday
  const date = new Date(day * DAY)
  const isLast = new Date((day + 1) * DAY).getUTCDate() === 1
  return date.getUTCDate() === rhythm.day || (isLast && date.getUTCDate() < rhythm.day)
}

function working(calendar: Calendar, day: number): number {
  return businessDaysIn(calendar, day, day) === 1 ? day : businessDayAfter(calendar, day, 1)
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}
