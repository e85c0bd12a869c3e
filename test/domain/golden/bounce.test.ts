import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  at,
  booked,
  cardOf,
  chattedOnSite,
  clicked,
  downloaded,
  linesOf,
  opened,
  paidOf,
  pointsOf,
  registered,
  submitted,
  visited,
} from '../../make.ts'

const card = (...facts: Fact[]) => cardOf([registered(), ...facts], { asOf: '2026-03-20' })
const bounce = () => visited('12:00', 10)

test('a bounce is worth -40, and the score may be negative', () => {
  const bounced = card(bounce())
  expect(linesOf(bounced, 'site_visit_bounce')).toEqual(['-40 w1 2026-03-10 12:00:00'])
  expect(bounced).toMatchObject({ score: -40, webinarPoints: { w1: -40 }, temperature: 'cold', stage: 'registrant' })
})

test('two bounces are worth -40 once', () => {
  expect(card(bounce(), visited('13:00', 5)).score).toBe(-40)
})

test('a bounce holds only until a visit of the window reaches 20 seconds', () => {
  const facts = [registered(), bounce(), visited('13:00', 20)]
  expect(cardOf(facts, { asOf: at('13:00') - 1 }).score).toBe(-40)
  const after = cardOf(facts, { asOf: '13:00' })
  expect(pointsOf(after)).toEqual({ registered: 0, real_details: 0, site_visit_bounce: 0, site_revisit: 10 })
  expect(after.score).toBe(10)
})

test('after a visit of 20 seconds no later visit bounces', () => {
  expect(paidOf(card(visited('12:00', 20), visited('13:00', 5)))).toEqual({})
})

test('a visit of unknown length is not known to have reached 20 seconds: the bounce stands beside the revisit', () => {
  expect(paidOf(card(bounce(), visited('13:00', null)))).toEqual({ site_visit_bounce: -40, site_revisit: 10 })
})

for (const [what, act, paid] of [
  ['a download', () => downloaded('12:05', 'ebook'), { resource_downloaded: 5 }],
  ['a special report', () => downloaded('12:05', 'special_report'), { report_downloaded: 25 }],
  ['a form', () => submitted('12:05', 'other'), { form_submitted: 5 }],
  ['a raised hand', () => submitted('12:05', 'quote'), { hand_raised: 50 }],
  ['a meeting', () => booked('12:05'), { hand_raised: 50 }],
  ['a chat on the site', () => chattedOnSite('12:05'), { site_chat: 15 }],
] as const) {
  test(`${what} after a bounce lifts it`, () => {
    expect(paidOf(card(bounce(), act()))).toEqual(paid)
    expect(pointsOf(card(bounce(), act()))).toHaveProperty('site_visit_bounce', 0)
  })

  test(`${what} before a bounce does not lift it`, () => {
    expect(paidOf(card(visited('12:10', 10), act()))).toEqual({ ...paid, site_visit_bounce: -40 })
  })
}

test('the bounce holds until the act that lifts it', () => {
  const facts = [registered(), bounce(), downloaded('12:05', 'ebook')]
  expect(cardOf(facts, { asOf: at('12:05') - 1 }).score).toBe(-40)
  expect(cardOf(facts, { asOf: '12:05' }).score).toBe(5)
})

test('a mail opened or clicked after a bounce does not lift it', () => {
  expect(paidOf(card(bounce(), opened('12:05', 'm1')))).toEqual({ site_visit_bounce: -40, email_opened: 5 })
  expect(paidOf(card(bounce(), clicked('12:05', 'm1')))).toEqual({
    site_visit_bounce: -40,
    email_opened: 5,
    email_clicked: 5,
  })
})

test('a download lifts the bounce before it and not the one after it', () => {
  const facts = [bounce(), downloaded('12:05', 'ebook'), visited('13:00', 10)]
  expect(paidOf(card(...facts))).toEqual({ resource_downloaded: 5, site_visit_bounce: -40 })
})
