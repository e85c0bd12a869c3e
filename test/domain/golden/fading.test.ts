import { expect, test } from 'vitest'
import { at, cardOf, DAY, engaged, linesOf, modelOf } from '../../make.ts'

const social = { id: 's', kind: 'did', act: 'social', place: 'ever' }
const time = at('2026-03-01 09:00')
const like = [engaged(time, 'like')]

test('points with a term stand for so many days, the last millisecond included, and stay visible as +0', () => {
  const model = modelOf([{ ...social, expiresDays: 5 }])
  const held = cardOf(like, { model, asOf: time + 5 * DAY })
  expect(held).toMatchObject({ score: 10, changesAt: time + 5 * DAY + 1 })
  const gone = cardOf(like, { model, asOf: time + 5 * DAY + 1 })
  expect(gone).toMatchObject({ score: 0, velocity: 10 })
  expect(gone.ledger).toMatchObject([{ points: 0, reason: 'expired', earned: 10, params: { earned: 10, days: 5 } }])
})

test('points with a half-life halve after it, in whole points', () => {
  const model = modelOf([{ ...social, halfLifeDays: 4 }])
  const after = (days: number) => cardOf(like, { model, asOf: time + days * DAY }).score
  expect([0, 4, 8, 12, 40].map(after)).toEqual([10, 5, 3, 1, 0])
  expect(cardOf(like, { model, asOf: time + 4 * DAY }).ledger).toMatchObject([
    { points: 5, reason: 'faded', params: { earned: 10, left: 5, days: 4 } },
  ])
})

test('the card says to the millisecond when the next point goes', () => {
  const model = modelOf([{ ...social, halfLifeDays: 4 }])
  let asOf = time
  const scores: number[] = []
  for (;;) {
    const card = cardOf(like, { model, asOf })
    scores.push(card.score)
    if (card.score === 0) break
    const next = card.changesAt!
    if (next < time + 7 * DAY) expect(cardOf(like, { model, asOf: next - 1 }).score).toBe(card.score)
    asOf = next
  }
  expect([...new Set(scores)]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
  // 10 × 2^(−t/4) falls below 9.5 after 4 × log2(10 / 9.5) days.
  const first = cardOf(like, { model, asOf: time }).changesAt!
  expect(Math.abs(first - (time + 4 * Math.log2(10 / 9.5) * DAY))).toBeLessThanOrEqual(1)
})

test('what a rule takes away fades in the same way', () => {
  const model = modelOf([{ id: 'u', kind: 'unsubscribed', points: -30, halfLifeDays: 10 }])
  const left = [{ id: 'a', type: 'email.unsubscribed', time, data: {} } as const]
  expect(cardOf(left, { model, asOf: time + 20 * DAY }).score).toBe(-8)
})

test('what has expired makes room under a cap for what comes later, never for what came too early', () => {
  const model = modelOf([{ ...social, expiresDays: 5, cap: { points: 10 } }])
  const facts = [time, time + DAY, time + 6 * DAY].map((moment) => engaged(moment, 'like'))
  expect(linesOf(cardOf(facts, { model, asOf: time + 6 * DAY }), 's').map((line) => line.slice(0, 3))).toEqual([
    '+0 ',
    '+0 ',
    '+10',
  ])
})
