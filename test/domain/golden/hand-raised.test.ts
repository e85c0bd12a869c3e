import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { at, booked, cardOf, DAY, linesOf, type Moment, makeFact, submitted } from '../../make.ts'

const accepted = (time: Moment) => makeFact('lead.accepted', time, { bant: { budget: true } })
const returned = (time: Moment) => makeFact('lead.returned', time, { feedback: 'Not this year' })
const won = (time: Moment) => makeFact('deal.won', time, { amount: 9000, currency: 'EUR' })
const raise = at('2026-03-11 09:00')
const day = (days: number) => raise + days * DAY
const stageAt = (facts: Fact[], time: number) => cardOf(facts, { asOf: time }).stage

test('a booked meeting is worth 50 and makes the person SQL, whatever the score', () => {
  const card = cardOf([booked(raise)], { asOf: raise })
  expect(linesOf(card, 'hand_raised')).toEqual(['+50 2026-03-11 09:00:00'])
  expect(card).toMatchObject({ score: 50, stage: 'sql', temperature: 'warm' })
})

test('a raised hand pays once in 30 days: not on day 30, again a millisecond later', () => {
  expect(linesOf(cardOf([booked(raise), booked(day(30))], { asOf: day(31) }), 'hand_raised')).toEqual([
    '+50 2026-03-11 09:00:00',
    '+0 2026-04-10 09:00:00',
  ])
  expect(cardOf([booked(raise), booked(day(30) + 1)], { asOf: day(31) }).score).toBe(100)
})

test('the 30 days count from the last one that was paid', () => {
  const facts = [booked(raise), submitted(day(20), 'quote'), submitted(day(31), 'contact'), booked(day(45))]
  const points = cardOf(facts, { asOf: day(45) }).ledger.filter(({ rule }) => rule === 'hand_raised')
  expect(points.map((line) => line.points)).toEqual([50, 0, 50, 0])
})

test('a raised hand makes SQL for 30 days, the last millisecond included', () => {
  expect(stageAt([booked(raise)], day(30))).toBe('sql')
  expect(stageAt([booked(raise)], day(30) + 1)).toBe('mql')
})

test('a raised hand makes SQL until sales accepts', () => {
  const facts = [booked(raise), accepted(day(3))]
  expect(stageAt(facts, day(3) - 1)).toBe('sql')
  expect(stageAt(facts, day(3))).toBe('opportunity')
  expect(stageAt(facts, day(60))).toBe('opportunity')
})

test('a raised hand makes SQL until sales returns', () => {
  const facts = [booked(raise), returned(day(3))]
  expect(stageAt(facts, day(3) - 1)).toBe('sql')
  expect(stageAt(facts, day(3))).toBe('nurture')
})

test('who was returned and raises the hand again is SQL for 30 days, then back in nurture', () => {
  const facts = [booked(raise), returned(day(3)), booked(day(40))]
  expect(stageAt(facts, day(40) - 1)).toBe('nurture')
  expect(stageAt(facts, day(40))).toBe('sql')
  expect(stageAt(facts, day(70))).toBe('sql')
  expect(stageAt(facts, day(70) + 1)).toBe('nurture')
})

test('who was returned and raises the hand within the 30 days is not paid again, but SQL', () => {
  const card = cardOf([booked(raise), returned(day(3)), booked(day(10))], { asOf: day(10) })
  expect(card).toMatchObject({ score: 50, stage: 'sql' })
})

test('who was returned is paid again after 30 days and returned again by sales', () => {
  const facts = [booked(raise), returned(day(3)), booked(day(40)), returned(day(41))]
  expect(cardOf(facts, { asOf: day(41) })).toMatchObject({ score: 100, stage: 'nurture' })
})

test('an opportunity that raises the hand again stays an opportunity, a customer a customer', () => {
  expect(stageAt([booked(raise), accepted(day(3)), booked(day(40))], day(40))).toBe('opportunity')
  expect(stageAt([booked(raise), won(day(3)), booked(day(40))], day(40))).toBe('customer')
})

test('what sales and deals say outranks the score, and the latest of it holds', () => {
  expect(stageAt([accepted(raise)], day(1))).toBe('opportunity')
  expect(stageAt([returned(raise)], day(1))).toBe('nurture')
  expect(stageAt([accepted(raise), returned(day(1))], day(1))).toBe('nurture')
  expect(stageAt([returned(raise), accepted(day(1))], day(1))).toBe('opportunity')
  expect(stageAt([accepted(raise), won(day(1))], day(1))).toBe('customer')
})
