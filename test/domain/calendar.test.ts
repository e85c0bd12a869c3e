import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  businessDayAfter,
  type Calendar,
  localDay,
  makeCalendar,
  penaltyBegins,
  startOfLocalDay,
} from '../../src/domain/calendar.ts'
import { Refused } from '../../src/domain/refusal.ts'
import { runs } from '../laws/seed.ts'

const DAY = 86_400_000
const satSun = [0, 6]
const friSat = [5, 6]

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY
const time = (text: string) => Date.parse(text)
const dateOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10)
const inZone = (timezone: string, weekend: number[] = satSun, holidays: string[] = []) =>
  makeCalendar({ timezone, weekend, holidays })
const penalty = (calendar: Calendar, lastDay: string) =>
  new Date(penaltyBegins(calendar, day(lastDay), 14)).toISOString()

describe('the penalty begins at local midnight after the 14th business day', () => {
  test.each([
    ['UTC, Saturday and Sunday', inZone('UTC'), '2026-03-06', '2026-03-27T00:00:00.000Z'],
    ['the last day on a weekend counts from there', inZone('UTC'), '2026-03-07', '2026-03-27T00:00:00.000Z'],
    ['the 14th on a Friday begins on the Saturday', inZone('UTC'), '2026-03-09', '2026-03-28T00:00:00.000Z'],
    ['Friday and Saturday', inZone('UTC', friSat), '2026-03-05', '2026-03-26T00:00:00.000Z'],
    ['no weekend at all', inZone('UTC', []), '2026-03-05', '2026-03-20T00:00:00.000Z'],
    [
      'Jerusalem before the clocks go forward',
      inZone('Asia/Jerusalem', friSat),
      '2026-03-05',
      '2026-03-25T22:00:00.000Z',
    ],
    [
      'Jerusalem on Friday 27 March, two hours before',
      inZone('Asia/Jerusalem', friSat),
      '2026-03-08',
      '2026-03-26T22:00:00.000Z',
    ],
    [
      'Jerusalem after the clocks went forward',
      inZone('Asia/Jerusalem', friSat),
      '2026-03-09',
      '2026-03-29T21:00:00.000Z',
    ],
    ['Jerusalem before the clocks go back', inZone('Asia/Jerusalem', friSat), '2026-10-04', '2026-10-22T21:00:00.000Z'],
    ['Jerusalem after Sunday 25 October', inZone('Asia/Jerusalem', friSat), '2026-10-05', '2026-10-25T22:00:00.000Z'],
    ['New York before the clocks go forward', inZone('America/New_York'), '2026-02-16', '2026-03-07T05:00:00.000Z'],
    ['New York after the clocks went forward', inZone('America/New_York'), '2026-02-17', '2026-03-10T04:00:00.000Z'],
    [
      'Santiago on 6 September, which has no midnight',
      inZone('America/Santiago', [0]),
      '2026-08-20',
      '2026-09-06T04:00:00.000Z',
    ],
    ['Apia without the Friday that it skipped', inZone('Pacific/Apia'), '2011-12-28', '2012-01-18T10:00:00.000Z'],
  ])('%s', (_, calendar, lastDay, begins) => {
    expect(penalty(calendar, lastDay)).toBe(begins)
    expect(penalty(calendar, lastDay)).toBe(begins)
  })

  it('counts no public holiday', () => {
    const christmas = ['2025-12-25', '2025-12-26', '2026-01-01']
    expect(penalty(inZone('UTC', satSun, christmas), '2025-12-24')).toBe('2026-01-17T00:00:00.000Z')
    expect(penalty(inZone('UTC', satSun), '2025-12-24')).toBe('2026-01-14T00:00:00.000Z')
  })

  it('takes no second day off for a holiday on a weekend', () => {
    expect(penalty(inZone('UTC', satSun, ['2026-03-14', '2026-03-15']), '2026-03-06')).toBe('2026-03-27T00:00:00.000Z')
  })
})

describe('a local day begins at its first instant', () => {
  test.each([
    ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['Asia/Jerusalem', '2026-03-27', '2026-03-26T22:00:00.000Z'],
    ['Asia/Jerusalem', '2026-03-28', '2026-03-27T21:00:00.000Z'],
    ['Asia/Jerusalem', '2026-10-25', '2026-10-24T21:00:00.000Z'],
    ['Asia/Jerusalem', '2026-10-26', '2026-10-25T22:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['America/Santiago', '2026-09-07', '2026-09-07T03:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00.000Z'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
  ])('in %s %s begins at %s', (timezone, date, begins) => {
    expect(new Date(startOfLocalDay(inZone(timezone), day(date))).toISOString()).toBe(begins)
  })
})

describe('a moment lies on one local date', () => {
  test.each([
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31'],
    ['Asia/Jerusalem', '2026-03-26T21:59:59.999Z', '2026-03-26'],
    ['Asia/Jerusalem', '2026-03-26T22:00:00Z', '2026-03-27'],
    ['Asia/Jerusalem', '2026-10-25T21:30:00Z', '2026-10-25'],
    ['America/Santiago', '2026-09-06T03:59:59.999Z', '2026-09-05'],
    ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
    ['Africa/Cairo', '2026-10-29T21:30:00Z', '2026-10-29'],
    ['America/St_Johns', '2010-11-07T02:30:59.999Z', '2010-11-07'],
    ['America/St_Johns', '2010-11-07T02:31:00Z', '2010-11-06'],
    ['America/St_Johns', '2010-11-07T03:30:00Z', '2010-11-07'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s %s is %s', (timezone, moment, date) => {
    expect(dateOf(localDay(inZone(timezone), time(moment)))).toBe(date)
  })
})

it('knows business days by weekend and holiday', () => {
  const calendar = inZone('Asia/Jerusalem', friSat, ['2026-04-02'])
  const working = ['2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04']
  const isWorked = (date: string) => businessDayAfter(calendar, day(date) - 1, 1) === day(date)
  expect(working.filter(isWorked)).toEqual(working.slice(0, 4))
  expect(dateOf(businessDayAfter(calendar, day('2026-04-01'), 1))).toBe('2026-04-05')
})

describe('a calendar that cannot work is refused when it is made', () => {
  test.each([
    ['an unknown time zone', 'Mars/Olympus', satSun, [], 'timezone'],
    ['no time zone', '', satSun, [], 'timezone'],
    ['a weekday that is none', 'UTC', [7], [], 'weekend'],
    ['half a weekday', 'UTC', [0.5], [], 'weekend'],
    ['a week of weekend', 'UTC', [0, 1, 2, 3, 4, 5, 6], [], 'weekend'],
    ['a date that does not exist', 'UTC', satSun, ['2026-02-30'], 'holidays'],
    ['a date in another form', 'UTC', satSun, ['1/5/2026'], 'holidays'],
    ['ten years of holidays', 'UTC', satSun, Array.from({ length: 3661 }, (_, i) => dateOf(20_000 + i)), 'holidays'],
  ])('%s', (_, timezone, weekend, holidays, field) => {
    const make = () => makeCalendar({ timezone, weekend, holidays })
    expect(make).toThrow(Refused)
    expect(make).toThrow(expect.objectContaining({ code: 'invalid', details: { field } }))
  })

  it('but nine years of holidays in scattered order are only a long rest', () => {
    const holidays = Array.from({ length: 3285 }, (_, i) => dateOf(20_000 + ((i * 7) % 3285)))
    expect(businessDayAfter(inZone('UTC', [], holidays), 19_999, 1)).toBe(23_285)
  })
})

describe('against an oracle that asks Intl for every answer', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const moment = fc.integer({ min: time('1970-01-03T00:00:00Z'), max: time('2037-12-30T00:00:00Z') })
  const formats = new Map<string, Intl.DateTimeFormat>()

  function oracleDay(timeZone: string, ms: number): number {
    const format =
      formats.get(timeZone) ??
      new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
    formats.set(timeZone, format)
    const [month, date, year] = format.format(ms).split('/').map(Number)
    return Date.UTC(year!, month! - 1, date!) / DAY
  }

  function oracleStart(timeZone: string, number: number): number {
    let ms = number * DAY - 16 * 3_600_000
    for (const step of [900_000, 60_000, 1000]) {
      while (oracleDay(timeZone, ms) < number) ms += step
      if (step > 1000) ms -= step
    }
    return ms
  }

  it('a moment lies on the date that Intl prints', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, ms) => {
        expect(localDay(inZone(zone), ms)).toBe(oracleDay(zone, ms))
      }),
      runs(5000),
    )
  })

  it('a local day begins at the first moment that Intl prints with its date or a later one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, ms) => {
        const number = Math.floor(ms / DAY)
        expect(startOfLocalDay(inZone(zone), number)).toBe(oracleStart(zone, number))
      }),
      runs(),
    )
  })

  it('the penalty begins after so many dates that Intl prints and that are neither weekend nor holiday', () => {
    const weekend = fc.constantFrom(satSun, friSat, [5], [])
    const offs = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, weekend, offs, fc.integer({ min: 1, max: 15 }), (...given) => {
        const [zone, ms, weekend, offs, n] = given
        const last = oracleDay(zone, ms)
        const holidays = offs.map((off) => dateOf(last + off))
        const printed = new Set<string>()
        for (let at = ms, left = n; left > 0; at += 3_600_000) {
          const number = oracleDay(zone, at)
          const date = dateOf(number)
          if (number <= last || printed.has(date)) continue
          printed.add(date)
          if (!weekend.includes(new Date(date).getUTCDay()) && !holidays.includes(date)) left--
        }
        const nth = day([...printed].at(-1)!)
        const calendar = inZone(zone, weekend, holidays)
        expect(businessDayAfter(calendar, last, n)).toBe(nth)
        expect(penaltyBegins(calendar, last, n)).toBe(oracleStart(zone, nth + 1))
      }),
      runs(),
    )
  })
})
