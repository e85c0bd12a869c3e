import { expect, test } from 'vitest'
import { sendsAt } from '../../../src/domain/alert/alert-time.ts'
import { makeCalendar } from '../../../src/domain/calendar.ts'

const calendar = makeCalendar({ timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-05-21'] })
/** Local time in May, three hours ahead of UTC; 2026-05-12 is a Tuesday. */
const local = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+03:00`)
const at = (raised: string, timing: Partial<Parameters<typeof sendsAt>[0]>) =>
  new Date(sendsAt({ workingDaysOnly: false, ...timing }, calendar, local(raised)) + 3 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')

const night = { quietHours: { from: '20:00', to: '08:00' } }

test('without hours and days an alert goes out when it is raised', () => {
  expect(at('2026-05-12 23:17', {})).toBe('2026-05-12 23:17')
})

test('what is raised in quiet hours over midnight waits for their end, from their first minute to their last', () => {
  expect(at('2026-05-12 19:59', night)).toBe('2026-05-12 19:59')
  expect(at('2026-05-12 20:00', night)).toBe('2026-05-13 08:00')
  expect(at('2026-05-13 03:00', night)).toBe('2026-05-13 08:00')
  expect(at('2026-05-13 07:59', night)).toBe('2026-05-13 08:00')
  expect(at('2026-05-13 08:00', night)).toBe('2026-05-13 08:00')
})

test('quiet hours within a day end on that day', () => {
  const noon = { quietHours: { from: '12:00', to: '13:30' } }
  expect(at('2026-05-12 12:30', noon)).toBe('2026-05-12 13:30')
  expect(at('2026-05-12 13:30', noon)).toBe('2026-05-12 13:30')
})

test('on working days only, what is raised on Friday, Saturday or a holiday waits for the next working day', () => {
  expect(at('2026-05-15 10:00', { workingDaysOnly: true })).toBe('2026-05-17 00:00')
  expect(at('2026-05-15 10:00', { workingDaysOnly: true, ...night })).toBe('2026-05-17 08:00')
  expect(at('2026-05-14 21:00', { workingDaysOnly: true, ...night })).toBe('2026-05-17 08:00')
  expect(at('2026-05-21 09:00', { workingDaysOnly: true, ...night })).toBe('2026-05-24 08:00')
})

test('a digest of so many minutes goes out at the end of its stretch of the day, all of it together', () => {
  const half = { digest: { everyMinutes: 30 } }
  expect(at('2026-05-12 10:00', half)).toBe('2026-05-12 10:30')
  expect(at('2026-05-12 10:29', half)).toBe('2026-05-12 10:30')
  expect(at('2026-05-12 23:50', half)).toBe('2026-05-13 00:00')
})

test('a daily digest goes out at its hour on working days', () => {
  const nine = { digest: { dailyAt: '09:00' } }
  expect(at('2026-05-12 08:59', nine)).toBe('2026-05-12 09:00')
  expect(at('2026-05-12 09:00', nine)).toBe('2026-05-13 09:00')
  expect(at('2026-05-14 10:00', nine)).toBe('2026-05-17 09:00')
})
