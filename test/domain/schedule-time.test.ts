import { expect, test } from 'vitest'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { type CalendarRhythm, RhythmSchema } from '../../src/domain/schedule.ts'
import { nextDue } from '../../src/domain/schedule-time.ts'

// Friday and Saturday are the weekend; 22 September 2026, a Tuesday, is a holiday.
const calendar = makeCalendar({ timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-09-22'] })

function dates(rhythm: object, from: string, count: number): string[] {
  const read = RhythmSchema.parse(rhythm) as CalendarRhythm
  let at = Date.parse(from)
  return Array.from({ length: count }, () => {
    at = nextDue(read, calendar, at)
    return new Date(at).toISOString().slice(0, 16)
  })
}

test.each([
  [
    'each day, at the hour that the clocks show also when they change',
    { every: 'day', at: '09:00' },
    '2026-10-23T12:00Z',
    ['2026-10-24T06:00', '2026-10-25T07:00', '2026-10-26T07:00'],
  ],
  [
    'each working day',
    { every: 'day', at: '09:00', workingDaysOnly: true },
    '2026-09-17T00:00Z',
    ['2026-09-17T06:00', '2026-09-20T06:00', '2026-09-21T06:00', '2026-09-23T06:00'],
  ],
  [
    'each Tuesday, or the working day after it',
    { every: 'week', weekday: 2, at: '09:00', workingDaysOnly: true },
    '2026-09-15T06:00Z',
    ['2026-09-23T06:00', '2026-09-29T06:00'],
  ],
  [
    'each Saturday, on the Sunday after it even while that Saturday passes',
    { every: 'week', weekday: 6, at: '09:00', workingDaysOnly: true },
    '2026-09-12T12:00Z',
    ['2026-09-13T06:00'],
  ],
  [
    'on the last day of months that are too short',
    { every: 'month', day: 31, at: '00:00' },
    '2027-01-15T00:00Z',
    ['2027-01-30T22:00', '2027-02-27T22:00', '2027-03-30T21:00'],
  ],
  ['later where the clocks skip the hour', { every: 'day', at: '02:30' }, '2027-03-25T12:00Z', ['2027-03-26T00:30']],
] as const)('it is due %s', (_, rhythm, from, due) => {
  expect(dates(rhythm, from, due.length)).toEqual(due)
})
