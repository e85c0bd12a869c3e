import { expect, test } from 'vitest'
import { plannedMs, stateOf } from '../../src/domain/webinar-state.ts'
import { at, HOUR, makeWebinar } from '../make.ts'

test.each([
  ['09:59:59', 'scheduled'],
  ['10:00:00', 'live'],
  ['10:59:59', 'live'],
  ['11:00:00', 'ended'],
])('a webinar from 10:00 to 11:00 is at %s %s', (moment, state) => {
  expect(stateOf(makeWebinar(), at(moment))).toBe(state)
})

test('a pause between two rooms of a webinar belongs to it', () => {
  const webinar = makeWebinar({
    running: [
      ['10:00', '10:20'],
      ['10:25', '11:00'],
    ],
  })
  expect(stateOf(webinar, at('10:22'))).toBe('live')
})

test('a webinar of which nobody knows when it runs is to come', () => {
  expect(stateOf(makeWebinar({ running: [] }), at('10:30'))).toBe('scheduled')
})

test('a webinar of which nobody has told the end is over a day after its start', () => {
  const webinar = { ...makeWebinar(), running: [{ from: at('10:00'), to: Infinity }], endsAt: null }
  expect(stateOf(webinar, at('10:00') + 24 * HOUR - 1)).toBe('live')
  expect(stateOf(webinar, at('10:00') + 24 * HOUR)).toBe('ended')
})

test('the planned length is the scheduled one, if somebody said how long', () => {
  expect(plannedMs(makeWebinar({ scheduled: { from: at('10:00'), to: at('10:45') } }))).toBe(45 * 60_000)
  expect(plannedMs(makeWebinar({ scheduled: { from: at('10:00'), to: null } }))).toBeNull()
  expect(plannedMs(makeWebinar({ scheduled: null }))).toBeNull()
})
