import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appliedOf } from '../../../src/domain/backtest/applied.ts'
import { caseOf, openScoreOf } from '../../../src/domain/backtest/case.ts'
import { refuseTooFew } from '../../../src/domain/backtest/enough.ts'
import { differenceOf } from '../../../src/domain/backtest/estimate.ts'
import { type Case, factsBefore, outcomeOf, splitInTime } from '../../../src/domain/backtest/sample.ts'
import type { Fact } from '../../../src/domain/fact.ts'
import { asked, at, HOUR, makeFact, makeModel, makeWebinar, registered, stayed } from '../../make.ts'
import { makeCase, times } from './cases.ts'

const model = makeModel()
const webinars = new Map([['w1', makeWebinar()]])
const won = (time: string, data = {}) => makeFact('deal.won', time, data)
const lost = (time: string) => makeFact('deal.lost', time, {})
const judge = (...facts: Fact[]) => caseOf(model, { person: 1, facts, webinars })

test('the first outcome decides, whatever came later, and its amount counts', () => {
  const facts = [
    registered(),
    lost('2026-05-01'),
    won('2026-04-01', { amount: 900, currency: 'EUR' }),
    won('2026-06-01', { amount: 5 }),
  ]
  expect(outcomeOf(facts)).toMatchObject({ type: 'deal.won', time: at('2026-04-01') })
  expect(judge(...facts)).toMatchObject({ won: true, at: at('2026-04-01'), amount: 900, currency: 'EUR' })
})

test('somebody is scored as of the last millisecond before the outcome', () => {
  const deal = at('2026-03-20 12:00')
  const question = (time: number) => makeFact('question.asked', time, { text: 'How much?' }, { webinar: 'w1' })
  const live = [registered(), stayed('10:00', '11:00')]
  const paid = (...facts: Fact[]) => (judge(...facts, makeFact('deal.won', deal, {})) as Case).paid
  expect(paid(...live).get('attended_full')).toBe(20)
  // The mail opened in the very millisecond of the deal, and after it, counts for nothing.
  const opened = (time: number) => makeFact('email.opened', time, { messageId: 'm1' })
  expect(paid(...live, opened(deal - 1)).get('email_opened')).toBe(5)
  expect(paid(...live, opened(deal)).has('email_opened')).toBe(false)
  expect(paid(...live, question(deal + HOUR))).toEqual(paid(...live))
})

test('what sales wrote never counts, also before the outcome', () => {
  const sales = [
    makeFact('lead.accepted', '2026-03-15', {}),
    makeFact('lead.returned', '2026-03-16', {}),
    makeFact('deal.lost', '2026-03-20', {}),
  ]
  const facts = [registered(), asked('10:30'), ...sales]
  expect(factsBefore(facts, at('2026-04-01')).map(({ type }) => type)).toEqual(['person.registered', 'question.asked'])
  expect(judge(...facts)).toMatchObject({
    won: false,
    score: (judge(registered(), asked('10:30'), lost('2026-03-20')) as Case).score,
  })
})

test('an interval counts only when it was over by then', () => {
  const facts = [registered(), stayed('10:00', '11:00')]
  expect(factsBefore(facts, at('10:30')).map(({ type }) => type)).toEqual(['person.registered'])
})

test('of somebody of whom nothing was known before the outcome there is nothing to judge', () => {
  expect(judge(won('2026-01-01'), registered())).toBe('unknown')
  expect(judge(registered())).toBe('open')
})

test('open leads are leads, accepted or not, but nobody who only registered, was won or was sent back', () => {
  const open = (...facts: Fact[]) =>
    openScoreOf(model, { person: 1, facts: [registered(), ...facts], webinars }, at('2026-03-12'))
  expect(open()).toEqual([])
  expect(open(asked('10:30'))).toEqual([expect.any(Number)])
  expect(open(asked('10:30'), makeFact('lead.accepted', '2026-03-11', {}))).toEqual([expect.any(Number)])
  expect(open(asked('10:30'), makeFact('lead.returned', '2026-03-11', {}))).toEqual([])
})

test('the older 70 % of the past and the newer 30 %; outcomes of one moment are not torn apart', () => {
  const split = splitInTime(times(10, (number) => makeCase({ at: number })))
  expect([split.older.length, split.newer.length, split.at]).toEqual([7, 3, 7])
  const days = [1, 1, 1, 1, 2, 2, 2, 2, 2, 3].map((day) => makeCase({ at: day }))
  expect(splitInTime(days)).toMatchObject({ at: 3, newer: [{ at: 3 }] })
  expect(splitInTime(times(5, () => makeCase({ at: 9 })))).toMatchObject({ newer: [], at: 10 })
})

test('no outcome of the older part is later than one of the newer, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), (moments) => {
      const cases = moments.map((moment) => makeCase({ at: moment }))
      const { older, newer, at } = splitInTime(cases)
      expect(older.length + newer.length).toBe(cases.length)
      expect(older.every((each) => each.at < at) && newer.every((each) => each.at >= at)).toBe(true)
      expect(splitInTime(cases.toReversed())).toEqual({ older, newer, at })
    }),
  )
})

test('how often a rule applied: what was lifted did not, a row of 0 points did where it has a line', () => {
  const rules = [
    ...makeModel().model.rules.filter(({ id }) => ['registered', 'attended_full', 'inactive'].includes(id)),
  ]
  const paid = (...lines: [string, number][]) => new Map(lines)
  const cases = [
    ...times(6, () => makeCase({ won: true, paid: paid(['registered', 0], ['attended_full', 20], ['inactive', 0]) })),
    ...times(2, () => makeCase({ won: true, paid: paid(['attended_full', 40]) })),
    ...times(10, (number) =>
      makeCase({ paid: paid(['inactive', -50], ...(number < 2 ? [['attended_full', 20] as [string, number]] : [])) }),
    ),
  ]
  const of = (id: string) => appliedOf(rules, cases).find(({ rule }) => rule === id)!
  expect(of('attended_full')).toMatchObject({ points: 20, won: { applied: 8, of: 8 }, lost: { applied: 2, of: 10 } })
  expect(of('attended_full').difference).toEqual(differenceOf(8, 8, 2, 10))
  expect(of('inactive')).toMatchObject({ won: { applied: 0 }, lost: { applied: 10 } })
  expect(of('registered')).toMatchObject({ won: { applied: 6 }, lost: { applied: 0 } })
})

test('below 20 won, 20 lost and 100 in all nothing is said, in words that tell what is missing', () => {
  const past = (won: number, lost: number) => [
    ...times(won, () => makeCase({ won: true })),
    ...times(lost, () => makeCase()),
  ]
  expect(() => refuseTooFew(past(19, 81))).toThrow(
    /19 won and 81 lost, 100 in all.*takes 20 won, 20 lost and 100 in all/,
  )
  expect(() => refuseTooFew(past(81, 19))).toThrow()
  expect(() => refuseTooFew(past(49, 50))).toThrow()
  expect(() => refuseTooFew(past(20, 80))).not.toThrow()
})
