import { expect, test } from 'vitest'
import { at, cardOf, DAY, HOUR, linesOf, type Moment, modelOf, opened, submitted } from '../../make.ts'

const forms = { id: 'f', kind: 'form_submitted', points: 20, forms: ['contact', 'quote', 'demo_request', 'other'] }
const observes = { mail: 'ever' } as const
const mirror = (changes = {}) =>
  modelOf([forms, { id: 'i', kind: 'inactive', points: -50, businessDays: 14, cooling: 'mirror', ...changes }], {
    observes,
  })

/** 60 points in 2 days: on Monday, Tuesday and Wednesday at 12:00. The 14th business day is Tuesday 24 March. */
const surge = ['02', '03', '04'].map((day) => submitted(`2026-03-${day} 12:00`, 'other', day))
const begin = at('2026-03-25')
const scoreAt = (asOf: Moment, facts = surge, model = mirror()) => cardOf(facts, { model, asOf }).score

test('who gained 60 points in 2 days and went quiet loses them in 2 days after the 14 business days, the last first', () => {
  expect(scoreAt(begin - 1)).toBe(60)
  expect(scoreAt(begin)).toBe(40)
  expect(scoreAt(begin + DAY - 1)).toBe(40)
  expect(scoreAt(begin + DAY)).toBe(20)
  expect(scoreAt(begin + 2 * DAY - 1)).toBe(20)
  expect(scoreAt(begin + 2 * DAY)).toBe(0)
  expect(scoreAt(begin + 90 * DAY)).toBe(0)
})

test('the card says when each part goes', () => {
  const next = (asOf: number) => cardOf(surge, { model: mirror(), asOf }).changesAt
  expect([next(begin - 1), next(begin), next(begin + DAY), next(begin + 2 * DAY)]).toEqual([
    begin,
    begin + DAY,
    begin + 2 * DAY,
    null,
  ])
})

test('the line is one, placed where the loss begins, and says why', () => {
  const { ledger } = cardOf(surge, { model: mirror(), asOf: begin + DAY })
  expect(ledger.filter(({ rule }) => rule === 'i')).toMatchObject([
    { points: -40, at: begin, reason: 'cooling_mirror', params: { days: 14 } },
  ])
})

test('the next activity lifts what was lost by then, and both lines stay', () => {
  const facts = [...surge, opened(begin + DAY + HOUR, 'm1')]
  expect(linesOf(cardOf(facts, { model: mirror(), asOf: '2026-04-01' }), 'i')).toEqual([
    '-40 2026-03-25 00:00:00',
    '+40 2026-03-26 01:00:00',
  ])
})

test('a surge of fewer points than the penalty ends at the penalty: the rest goes with the first gain', () => {
  const small = surge.slice(0, 2)
  expect(scoreAt(begin - DAY, small)).toBe(20)
  expect(scoreAt(begin, small)).toBe(-10)
})

test('who gained slowly loses the fixed penalty at once', () => {
  const slow = ['2026-02-02', '2026-02-16', '2026-03-04'].map((day) => submitted(`${day} 12:00`, 'other', day))
  expect(scoreAt(begin - 1, slow)).toBe(60)
  expect(scoreAt(begin, slow)).toBe(10)
})

test('forty points on one single day are no surge', () => {
  const day = ['09:00', '10:00', '11:00'].map((time) => submitted(`2026-03-04 ${time}`, 'other', time))
  expect(scoreAt(begin, day)).toBe(10)
})

test('with a half-life, half of what stood is left after it, and an activity gives all back', () => {
  const model = mirror({ cooling: 'half_life', halfLifeDays: 10 })
  const after = (days: number) => scoreAt(begin + days * DAY, surge, model)
  expect([-1, 0, 10, 20, 200].map(after)).toEqual([60, 60, 30, 15, 0])
  const back = [...surge, opened(begin + 20 * DAY, 'm1')]
  expect(scoreAt(begin + 20 * DAY, back, model)).toBe(60)
})

test('who stands below 0 does not cool any further by halves', () => {
  const rules = [
    { ...forms, points: -5 },
    { id: 'i', kind: 'inactive', points: -50, businessDays: 14, cooling: 'half_life', halfLifeDays: 10 },
  ]
  expect(scoreAt(begin + 50 * DAY, surge, modelOf(rules, { observes }))).toBe(-15)
})
