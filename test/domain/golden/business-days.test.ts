import { expect, test } from 'vitest'
import {
  at,
  cardOf,
  joined,
  left,
  linesOf,
  type ModelChanges,
  type Moment,
  makeModel,
  makeWebinar,
  pointsOf,
  visited,
} from '../../make.ts'

type Calendar = NonNullable<ModelChanges['calendar']>

const satSun = [6, 0]
const friSat = [5, 6]

/** Expects that who was last on the site at `last` is inactive from exactly `begins` on. */
function expectPenalty(last: Moment, begins: Moment, calendar: Partial<Calendar> = {}): void {
  const model = makeModel({
    observes: { site: 'ever' },
    calendar: { timezone: 'UTC', weekend: satSun, holidays: [], ...calendar },
  })
  const facts = [visited(last, 60)]
  expect(pointsOf(cardOf(facts, { model, asOf: at(begins) - 1 })).inactive).toBeUndefined()
  const moment = new Date(at(begins)).toISOString().slice(0, 19).replace('T', ' ')
  expect(linesOf(cardOf(facts, { model, asOf: begins }), 'inactive')).toEqual([`-50 ${moment}`])
}

test('with a weekend on Saturday and Sunday, Monday 9 March is followed by 14 business days until Friday 27', () => {
  expectPenalty('2026-03-09 12:00', '2026-03-28')
})

test('with a weekend on Friday and Saturday, Monday 9 March is followed by 14 business days until Sunday 29', () => {
  expectPenalty('2026-03-09 12:00', '2026-03-30', { weekend: friSat })
})

test('the day of the activity itself never counts, business day or not', () => {
  expectPenalty('2026-03-10', '2026-03-31')
  expectPenalty('2026-03-10 23:59:59', '2026-03-31')
  expectPenalty('2026-03-13 12:00', '2026-04-03')
  expectPenalty('2026-03-14 12:00', '2026-04-03')
  expectPenalty('2026-03-15 12:00', '2026-04-03')
})

test('the penalty may begin on a weekend: midnight after the 14th day is Saturday', () => {
  expectPenalty('2026-03-09 12:00', '2026-03-28')
  expect(new Date(at('2026-03-28')).getUTCDay()).toBe(6)
})

test('a workspace without a weekend counts every day', () => {
  expectPenalty('2026-03-10 12:00', '2026-03-25', { weekend: [] })
})

test('a public holiday is no business day, and one on a weekend changes nothing', () => {
  expectPenalty('2026-03-10 12:00', '2026-04-01', { holidays: ['2026-03-17'] })
  expectPenalty('2026-03-10 12:00', '2026-04-02', { holidays: ['2026-03-17', '2026-03-18'] })
  expectPenalty('2026-03-10 12:00', '2026-03-31', { holidays: ['2026-03-14', '2026-03-15'] })
})

test('a holiday on the 14th day or on the day of the activity', () => {
  expectPenalty('2026-03-10 12:00', '2026-04-01', { holidays: ['2026-03-30'] })
  expectPenalty('2026-03-10 12:00', '2026-03-31', { holidays: ['2026-03-10'] })
  expectPenalty('2026-03-10 12:00', '2026-03-31', { holidays: ['2026-03-31'] })
})

test('midnight is local: after the clocks of Berlin went forward on 29 March it is 22:00 UTC', () => {
  expectPenalty('2026-03-10 12:00', '2026-03-30 22:00', { timezone: 'Europe/Berlin' })
  expectPenalty('2026-02-10 12:00', '2026-03-02 23:00', { timezone: 'Europe/Berlin' })
})

test('after the clocks of New York went back on 1 November midnight is 05:00 UTC', () => {
  expectPenalty('2026-10-20 12:00', '2026-11-10 05:00', { timezone: 'America/New_York' })
  expectPenalty('2026-10-01 12:00', '2026-10-22 04:00', { timezone: 'America/New_York' })
})

test('in Israel the days are those of Jerusalem, with its weekend and its change of clocks on 27 March', () => {
  const calendar = { timezone: 'Asia/Jerusalem', weekend: friSat }
  expectPenalty('2026-03-10 12:00', '2026-03-30 21:00', calendar)
  expectPenalty('2026-02-10 12:00', '2026-03-02 22:00', calendar)
})

test('an activity late in the evening belongs to the local date', () => {
  const calendar = { timezone: 'Asia/Jerusalem', weekend: friSat }
  expectPenalty('2026-03-10 21:59:59', '2026-03-30 21:00', calendar)
  expectPenalty('2026-03-10 22:00', '2026-03-31 21:00', calendar)
  expectPenalty('2026-03-10 03:59', '2026-03-28 04:00', { timezone: 'America/New_York' })
  expectPenalty('2026-03-10 04:00', '2026-03-31 04:00', { timezone: 'America/New_York' })
})

test('who was in the room past midnight was active on the later date', () => {
  const model = makeModel({ observes: { site: 'ever' } })
  const webinars = [makeWebinar({ from: '23:30', to: '2026-03-11 00:30' })]
  const until = (end: string) => [joined('23:30'), left(end)]
  const inactiveAt = (end: string, asOf: Moment) => pointsOf(cardOf(until(end), { model, webinars, asOf })).inactive
  expect(inactiveAt('23:59', '2026-03-31')).toBe(-50)
  expect(inactiveAt('2026-03-11 00:10', '2026-03-31')).toBeUndefined()
  expect(inactiveAt('2026-03-11 00:10', '2026-04-01')).toBe(-50)
})
