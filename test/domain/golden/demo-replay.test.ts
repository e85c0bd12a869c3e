import { expect, test } from 'vitest'
import { at, cardOf, joined, left, linesOf, makeWebinar, paidOf, pointsOf, registered, watched } from '../../make.ts'

const demo = makeWebinar({ kind: 'demo' })
const shortDemo = makeWebinar({ kind: 'demo', to: '10:08' })
const card = (facts: Parameters<typeof cardOf>[0], webinars = [demo]) => cardOf(facts, { webinars, asOf: '2026-03-15' })
const replay = (seconds: number, mediaSeconds = 3600) =>
  watched('2026-03-12 09:00', { mediaSeconds, intervals: [[0, seconds]] })

test('ten minutes of the replay of a demo are worth 40 on top of the attendance row', () => {
  expect(pointsOf(card([replay(599)]))).toEqual({ attended_brief: 6 })
  expect(pointsOf(card([replay(600)]))).toEqual({ attended_part: 12, replay_demo: 40 })
  expect(linesOf(card([replay(600)]), 'replay_demo')).toEqual(['+40 w1 2026-03-12 09:00:00'])
})

test('ten minutes of the replay of another webinar are worth no more than the attendance row', () => {
  expect(pointsOf(card([replay(600)], [makeWebinar()]))).toEqual({ attended_part: 12 })
})

test('of an eight-minute replay of an hour, 90 % are enough for the 40, and the attendance is brief', () => {
  expect(pointsOf(card([replay(431, 480)]))).toEqual({ attended_brief: 6 })
  expect(pointsOf(card([replay(432, 480)]))).toEqual({ attended_brief: 6, replay_demo: 40 })
})

test('of an eight-minute demo, 90 % of its replay are the whole of it and the 40', () => {
  expect(pointsOf(card([replay(431, 480)], [shortDemo]))).toEqual({ attended_brief: 6 })
  expect(pointsOf(card([replay(432, 480)], [shortDemo]))).toEqual({ attended_full: 20, replay_demo: 40 })
})

test('only a replay shorter than ten minutes is enough at 90 %: of eleven minutes it takes ten', () => {
  expect(paidOf(card([replay(594, 660)]))).toEqual({ attended_brief: 6 })
  expect(paidOf(card([replay(600, 660)]))).toEqual({ attended_part: 12, replay_demo: 40 })
})

test('the replay of a demo does not pay beside taking part live: a visible +0 line', () => {
  const both = card([joined('10:00'), left('10:01'), replay(3600)])
  expect(paidOf(both)).toEqual({ attended_full: 20, attended_demo: 50 })
  expect(linesOf(both, 'replay_demo')).toEqual(['+0 w1 2026-03-12 09:00:00'])
})

test('59 live seconds do not stand in the way of the replay', () => {
  const both = card([joined('10:00'), left('10:00:59'), replay(600)])
  expect(pointsOf(both)).toEqual({ attended_part: 12, replay_demo: 40 })
})

test('replay seconds count alone: live minutes do not fill up the ten minutes of replay', () => {
  const facts = [joined('10:00'), left('10:00:59'), watched('2026-03-12', { intervals: [[0, 570]] })]
  expect(pointsOf(card(facts))).toEqual({ attended_brief: 6 })
})

test('replay seconds count once over viewings, and by duration too', () => {
  const again = [replay(400), replay(400)]
  expect(pointsOf(card(again))).toEqual({ attended_brief: 6 })
  expect(pointsOf(card([watched('2026-03-12', { watchedSeconds: 599 })]))).toEqual({ attended_brief: 6 })
  expect(pointsOf(card([watched('2026-03-12', { watchedSeconds: 600 })]))).toEqual({
    attended_part: 12,
    replay_demo: 40,
  })
})

test('a no-show of a demo who watches the replay has 12 for registering, the attendance row and 40', () => {
  const noShow = card([registered(), replay(3600)])
  expect(paidOf(noShow)).toEqual({ registered_demo: 12, attended_full: 20, replay_demo: 40 })
  expect(noShow).toMatchObject({ score: 72, stage: 'sql', temperature: 'hot' })
  const before = cardOf([registered(), replay(3600)], { webinars: [demo], asOf: at('2026-03-12 09:00') - 1 })
  expect(before).toMatchObject({ score: 12, stage: 'registrant' })
})
