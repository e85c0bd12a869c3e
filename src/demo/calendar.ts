import { businessDayAfter, type Calendar, localDay, makeCalendar, startOfLocalDay } from '../domain/calendar.ts'
import { holidaysOf } from '../workspace/holidays.ts'
import type { Chance } from './chance.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const timezone = 'Asia/Jerusalem'
const [friday, saturday] = [5, 6]

/** The days on which people in Israel work, for a story of two years around a moment. */
export function israeliCalendar(now: number): Calendar {
  const year = new Date(now).getUTCFullYear()
  return makeCalendar({ timezone, weekend: [friday, saturday], holidays: holidaysOf(['IL'], year - 2, year + 1) })
}

/** A time of day, `HH:MM`, on the business day that lies at most so many days back (ahead, if `days` is negative). */
export function workdayAt(calendar: Calendar, now: number, days: number, clock: string): number {
  let day = localDay(calendar, now) - days
  if (days < 0) day = businessDayAfter(calendar, day - 1, 1)
  else while (!isWorkday(calendar, day)) day--
  return atClock(calendar, day, clock)
}

/** When an office gets to something after a moment: a business day, 9:00 to 17:30, one or more days later. */
export function officeTime(calendar: Calendar, chance: Chance, after: number, meanDays: number): number {
  const days = 1 + Math.floor(chance.wait(meanDays))
  const day = businessDayAfter(calendar, localDay(calendar, after) + days - 1, 1)
  return startOfLocalDay(calendar, day) + chance.between(9, 17.5) * HOUR
}

/** When somebody gets to something: sooner or later after a moment, between 7:30 and 22:00, seldom on a day off. */
export function wakingTime(calendar: Calendar, chance: Chance, after: number, meanDays: number): number {
  const wanted = after + chance.wait(meanDays) * DAY
  let day = localDay(calendar, wanted)
  if (!isWorkday(calendar, day) && chance.happens(0.8)) day = businessDayAfter(calendar, day, 1)
  const [from, to] = [7.5, 22].map((hours) => startOfLocalDay(calendar, day) + hours * HOUR) as [number, number]
  if (wanted >= from && wanted <= to) return wanted
  // From 7:30 the rest of a morning, so that nobody acts before what they react to.
  const next = wanted > to ? startOfLocalDay(calendar, day + 1) + 7.5 * HOUR : from
  return next + chance.between(0, 4) * HOUR
}

/** The clock on the wall at a moment, as numbers: year, month (1 to 12), day, hours, minutes, seconds. */
export function wallClock(at: number): [number, number, number, number, number, number] {
  const parts = wall.formatToParts(at)
  const part = (type: string) => Number(parts.find((part) => part.type === type)!.value)
  return [part('year'), part('month'), part('day'), part('hour'), part('minute'), part('second')]
}

const wall = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: timezone, hourCycle: 'h23' },
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
})

function isWorkday(calendar: Calendar, day: number): boolean {
  return businessDayAfter(calendar, day - 1, 1) === day
}

function atClock(calendar: Calendar, day: number, clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return startOfLocalDay(calendar, day) + hours * HOUR + minutes * MINUTE
}
