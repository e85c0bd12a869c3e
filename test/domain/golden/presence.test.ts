import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { cardOf, joined, left, makeWebinar, pointsOf, registered, stayed } from '../../make.ts'

const liveSeconds = (facts: Fact[], asOf = '2026-03-11') => cardOf(facts, { asOf }).standings[0]?.liveSeconds
const spans = (facts: Fact[]) => cardOf(facts).standings[0]?.presence.live

test('two devices at the same time count once', () => {
  const phoneAndDesk = [joined('10:00', 'phone'), left('10:06', 'phone'), joined('10:04', 'desk')]
  const brief = [...phoneAndDesk, left('10:09:59', 'desk')]
  expect(liveSeconds(brief)).toBe(599)
  expect(pointsOf(cardOf(brief))).toEqual({ attended_brief: 6 })
  const part = [...phoneAndDesk, left('10:10', 'desk')]
  expect(spans(part)).toEqual([[0, 600]])
  expect(pointsOf(cardOf(part))).toEqual({ attended_part: 12 })
})

test('two stays with a break between add up without the break', () => {
  const facts = [joined('10:00', 'a'), left('10:05', 'a'), joined('10:20', 'b'), left('10:25', 'b')]
  expect(spans(facts)).toEqual([
    [0, 300],
    [1200, 1500],
  ])
  expect(pointsOf(cardOf(facts))).toEqual({ attended_part: 12 })
})

test('a leave that arrives after the rejoin ends its own stay and not the new one', () => {
  const facts = [joined('10:00', 'a'), joined('10:20', 'b'), left('10:25', 'b'), left('10:05', 'a')]
  expect(liveSeconds(facts)).toBe(600)
  expect(liveSeconds([...facts].reverse())).toBe(600)
})

test('a leave that happens after the rejoin overlaps the new stay and counts once', () => {
  const facts = [joined('10:00', 'a'), joined('10:20', 'b'), left('10:21', 'a'), left('10:25', 'b')]
  expect(spans(facts)).toEqual([[0, 1500]])
})

test('who left one of two stays is still in the room by the other', () => {
  const facts = [joined('10:00', 'a'), joined('10:20', 'b'), left('10:21', 'a')]
  const card = cardOf(facts, { asOf: '10:30' })
  expect(card.standings[0]).toMatchObject({ liveSeconds: 1800, inRoom: true, provisional: true })
})

test('who gave the link away is in the room as long as either of the two, and keeps one address', () => {
  const facts = [
    registered('2026-03-03', { profile: { email: 'dana@acme.example' } }),
    joined('10:00', 'own'),
    left('10:05', 'own'),
    joined('10:30', 'forwarded'),
    left('10:36', 'forwarded'),
  ]
  const card = cardOf(facts)
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0, attended_part: 12 })
  expect(card.addresses).toEqual(['dana@acme.example'])
})

test('a stay without a leave lasts until the end of the webinar and is provisional', () => {
  const card = cardOf([joined('10:00')])
  expect(pointsOf(card)).toEqual({ attended_full: 20 })
  expect(card.standings[0]).toMatchObject({ liveSeconds: 3600, provisional: true, evidence: 'webhook' })
})

for (const [start, seconds] of [
  ['10:00:59', 241],
  ['10:01:00', 240],
  ['10:01:00.001', 3600],
  ['10:01:01', 3600],
] as const) {
  test(`a reported stay from ${start} to 10:05 beside an open join at 10:00 leaves ${seconds} s`, () => {
    const facts = [joined('10:00'), stayed(start, '10:05', 'w1', 'report')]
    expect(liveSeconds(facts)).toBe(seconds)
    expect(liveSeconds(facts.reverse())).toBe(seconds)
  })
}

for (const [start, seconds] of [
  ['10:19:01', 359],
  ['10:19:00', 360],
  ['10:18:59', 41 * 60 + 1],
] as const) {
  test(`a reported stay from ${start} to 10:25 beside an open join at 10:20 leaves ${seconds} s`, () => {
    expect(liveSeconds([joined('10:20'), stayed(start, '10:25', 'w1', 'report')])).toBe(seconds)
  })
}

test('a replaced join is no longer provisional, and its evidence is the report', () => {
  const card = cardOf([joined('10:00'), stayed('10:00:30', '10:05', 'w1', 'report')])
  expect(card.standings[0]).toMatchObject({ provisional: false, evidence: 'report', liveSeconds: 270 })
})

test('a closed stay of another device that starts within 60 s of an open join replaces it too', () => {
  expect(liveSeconds([joined('10:00', 'phone'), joined('10:00:30', 'desk'), left('10:05', 'desk')])).toBe(270)
})

test('a closed stay is never replaced: report and webhook unite', () => {
  const facts = [joined('10:00'), left('10:05'), stayed('10:00:30', '10:04', 'w1', 'report')]
  expect(liveSeconds(facts)).toBe(300)
})

test('a report that starts elsewhere replaces only the open join that it is close to', () => {
  const facts = [
    joined('10:00', 'a'),
    left('10:05', 'a'),
    joined('10:30', 'b'),
    stayed('10:30:10', '10:40', 'w1', 'report'),
  ]
  expect(spans(facts)).toEqual([
    [0, 300],
    [1810, 2400],
  ])
})

test('every order of arrival, and everything arriving twice, gives the same presence', () => {
  const [a, b, c, d] = [joined('10:00', 'a'), left('10:05', 'a'), joined('10:04', 'b'), left('10:10', 'b')]
  for (const facts of [
    [a, b, c, d],
    [d, c, b, a],
    [c, a, d, b],
    [b, d, a, c],
    [a, a, b, c, d, d, c, b],
  ]) {
    expect(liveSeconds(facts)).toBe(600)
  }
})

test('presence in another webinar at the same time says nothing about this one', () => {
  const card = cardOf([registered(), stayed('10:00', '11:00', 'w2')], {
    webinars: [makeWebinar(), makeWebinar({ id: 'w2' })],
  })
  expect(card.webinarPoints).toEqual({ w1: 0, w2: 20 })
  expect(card.standings.map(({ webinar, attended }) => [webinar, attended])).toEqual([
    ['w1', false],
    ['w2', true],
  ])
})
