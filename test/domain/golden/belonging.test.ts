import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  at,
  booked,
  cancelled,
  cardOf,
  chattedOnSite,
  DAY,
  downloaded,
  joined,
  left,
  linesOf,
  makeWebinar,
  opened,
  paidOf,
  registered,
  sawVideo,
  stayed,
  submitted,
  visited,
  watched,
} from '../../make.ts'

const first = makeWebinar()
const second = makeWebinar({ id: 'w2', from: '2026-03-12 10:00', to: '2026-03-12 11:00' })
const webinars = [first, second]
const both = [registered('2026-03-01'), registered('2026-03-01', { webinar: 'w2' })]
const whereOf = (facts: Fact[], asOf = '2026-04-30') =>
  Object.entries(cardOf(facts, { webinars, asOf }).webinarPoints)
    .filter(([, points]) => points !== 0)
    .map(([webinar, points]) => `${webinar} ${points}`)

test('a visit belongs to the latest webinar that ended before it', () => {
  expect(whereOf([...both, visited('2026-03-11', 150)])).toEqual(['w1 5'])
  expect(whereOf([...both, visited('2026-03-12 11:00', 150)])).toEqual(['w1 5'])
  expect(whereOf([...both, visited(at('2026-03-12 11:00') + 1, 150)])).toEqual(['w2 5'])
  expect(whereOf([...both, visited('2026-03-20', 150)])).toEqual(['w2 5'])
})

test('a webinar that the person had nothing to do with is passed over', () => {
  expect(whereOf([registered('2026-03-01'), visited('2026-03-20', 150)])).toEqual(['w1 5'])
  expect(whereOf([registered('2026-03-01', { webinar: 'w2' }), visited('2026-03-20', 150)])).toEqual(['w2 5'])
  expect(whereOf([visited('2026-03-20', 150)])).toEqual([])
})

test('taking part without a registration is enough', () => {
  const facts = [registered('2026-03-01'), joined('2026-03-12 10:00', 'c1', 'w2'), left('2026-03-12 10:05', 'c1', 'w2')]
  expect(whereOf([...facts, visited('2026-03-20', 150)])).toEqual(['w2 11'])
})

test('the room outside of the live time is not taking part', () => {
  const open = makeWebinar({
    id: 'w2',
    from: '2026-03-12 10:00',
    to: '2026-03-12 11:00',
    running: [['2026-03-12 09:50', '2026-03-12 11:00']],
  })
  const facts = [
    registered('2026-03-01'),
    stayed('2026-03-12 09:50', '2026-03-12 10:00', 'w2'),
    visited('2026-03-20', 150),
  ]
  expect(cardOf(facts, { webinars: [first, open], asOf: '2026-04-30' }).webinarPoints).toEqual({ w1: 5 })
})

test('what counts is who the person was by then: a replay watched later changes no earlier visit', () => {
  const facts = [
    registered('2026-03-01'),
    visited('2026-03-15', 150),
    watched('2026-03-16', { intervals: [[0, 60]] }, 'w2'),
  ]
  expect(whereOf(facts)).toEqual(['w1 5', 'w2 6'])
  expect(whereOf([...facts, visited('2026-03-17', 150)])).toEqual(['w1 5', 'w2 11'])
})

test('a pending, a cancelled and a late registration make no webinar the one that is followed', () => {
  const second = { webinar: 'w2' }
  for (const none of [
    [registered('2026-03-01', { ...second, status: 'pending' })],
    [registered('2026-03-01', second), cancelled('2026-03-02', 'w2')],
    [registered('2026-03-13', second)],
  ]) {
    expect(whereOf([registered('2026-03-01'), ...none, visited('2026-03-20', 150)])).toEqual(['w1 5'])
  }
})

test('a fact belongs to the webinar it names, also to one that the person had nothing to do with', () => {
  expect(whereOf([...both, visited('2026-03-20', 150, ['/blog'], { webinar: 'w1' })])).toEqual(['w1 5'])
  expect(whereOf([registered('2026-03-01'), opened('2026-03-20', 'm1', { webinar: 'w2' })])).toEqual(['w2 5'])
})

test('the follow-up window is 30 days, its last millisecond included, and begins after the end', () => {
  const end = at('11:00')
  for (const [moment, points] of [
    [end, 0],
    [end + 1, 5],
    [end + 30 * DAY, 5],
    [end + 30 * DAY + 1, 0],
  ] as const) {
    const named = [registered('2026-03-01'), opened(moment, 'm1', { webinar: 'w1' })]
    expect(cardOf(named, { asOf: '2026-05-01' }).score).toBe(points)
    const unnamed = [registered('2026-03-01'), opened(moment, 'm1')]
    expect(cardOf(unnamed, { asOf: '2026-05-01' }).score).toBe(points)
    const onSite = [registered('2026-03-01'), visited(moment, 150)]
    expect(paidOf(cardOf(onSite, { asOf: '2026-05-01' }))).toEqual(points ? { site_visit_long: 5 } : {})
  }
})

test('the window runs from the moment a room that was left open closed', () => {
  const late = makeWebinar({ running: [['09:50', '11:20']], live: [['10:00', '11:00']] })
  const moment = at('11:20') + 30 * DAY
  const facts = [registered('2026-03-01'), opened(moment, 'm1')]
  expect(cardOf(facts, { webinars: [late], asOf: '2026-05-01' }).score).toBe(5)
  expect(cardOf([registered('2026-03-01'), opened('11:10', 'm1')], { webinars: [late] }).score).toBe(0)
})

test('a fact that names a webinar whose window is over pays nowhere, even within the window of another', () => {
  const later = makeWebinar({ id: 'w2', from: '2026-04-20 10:00', to: '2026-04-20 11:00' })
  const facts = [...both, opened('2026-04-21', 'm1', { webinar: 'w1' })]
  expect(paidOf(cardOf(facts, { webinars: [first, later], asOf: '2026-04-30' }))).toEqual({})
})

test('a bounce is lifted only by what belongs to the same webinar', () => {
  const bounce = visited('2026-03-11', 5)
  const lifted = [...both, bounce, downloaded('2026-03-12 10:30', 'ebook')]
  expect(whereOf(lifted)).toEqual(['w1 5'])
  expect(whereOf([...both, bounce, downloaded('2026-03-13', 'ebook')])).toEqual(['w1 -40', 'w2 5'])
  expect(whereOf([...both, bounce, visited('2026-03-13', 150)])).toEqual(['w1 -40', 'w2 5'])
})

test('the first visit after each webinar is the first of its window', () => {
  expect(whereOf([...both, visited('2026-03-11', 60), visited('2026-03-13', 60)])).toEqual([])
  expect(whereOf([...both, visited('2026-03-13', 60), visited('2026-03-14', 60)])).toEqual(['w2 10'])
})

for (const [rule, points, act] of [
  ['report_downloaded', 25, (time: number) => downloaded(time, 'special_report')],
  ['product_content', 15, (time: number) => downloaded(time, 'catalogue')],
  ['resource_downloaded', 5, (time: number) => downloaded(time, 'guide')],
  ['product_video', 20, (time: number) => sawVideo(time, { mediaSeconds: 60, intervals: [[0, 60]] })],
  ['form_submitted', 5, (time: number) => submitted(time, 'other')],
  ['hand_raised', 50, booked],
] as const) {
  test(`${rule} carries the webinar it follows, and without one it is the person's alone`, () => {
    const moment = at('2026-03-11 08:00')
    const followed = cardOf([...both, act(moment)], { webinars, asOf: '2026-03-11 12:00' })
    expect(linesOf(followed, rule)).toEqual([`+${points} w1 2026-03-11 08:00:00`])
    expect(followed.webinarPoints.w1).toBe(points)
    const alone = cardOf([act(moment)], { webinars, asOf: '2026-03-11 12:00' })
    expect(linesOf(alone, rule)).toEqual([`+${points} 2026-03-11 08:00:00`])
    expect(alone).toMatchObject({ score: points, webinarPoints: {} })
    const long = cardOf([...both, act(at('2026-04-12'))], { webinars, asOf: '2026-04-12 12:00' })
    expect(linesOf(long, rule)).toEqual([`+${points} 2026-04-12 00:00:00`])
  })
}

test('the first fact of a repeat decides its webinar', () => {
  const facts = [
    ...both,
    downloaded('2026-03-11', 'special_report', 'r1'),
    downloaded('2026-03-20', 'special_report', 'r1'),
  ]
  expect(whereOf(facts)).toEqual(['w1 25'])
})

test('a chat on the site after the webinar is worth 15 once a webinar, during or before it nothing', () => {
  expect(whereOf([...both, chattedOnSite('2026-03-11'), chattedOnSite('2026-03-11 01:00')])).toEqual(['w1 15'])
  expect(whereOf([...both, chattedOnSite('2026-03-11'), chattedOnSite('2026-03-13')])).toEqual(['w1 15', 'w2 15'])
  expect(whereOf([...both, chattedOnSite('10:30'), chattedOnSite('2026-03-09')])).toEqual([])
})
