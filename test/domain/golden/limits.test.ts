import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { asked, cardOf, engaged, linesOf, type ModelChanges, modelOf, pointsOf, polled, visited } from '../../make.ts'

const question = { id: 'q', kind: 'did', act: 'question', place: 'any' }
const social = { id: 's', kind: 'did', act: 'social', place: 'ever' }
const cardWith = (rule: typeof question & Record<string, unknown>, facts: Fact[], changes: ModelChanges = {}) =>
  cardOf(facts, { model: modelOf([rule], changes), asOf: '2026-04-30' })

test('so many times a webinar, and what is over shares a line that says how many', () => {
  const card = cardWith({ ...question, limit: { times: 2, per: 'webinar' } }, [
    asked('10:01'),
    asked('10:02'),
    asked('10:03'),
    asked('10:04'),
  ])
  expect(linesOf(card, 'q')).toEqual([
    '+10 w1 2026-03-10 10:01:00',
    '+10 w1 2026-03-10 10:02:00',
    '+0 w1 2026-03-10 10:03:00',
  ])
  expect(card.ledger.at(-1)).toMatchObject({ reason: 'once_per_webinar_times', params: { count: 2, times: 2 } })
})

test('a day is a day of the calendar', () => {
  const calendar = { timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: [] }
  const facts = [engaged('2026-03-10 21:59', 'like'), engaged('2026-03-10 22:00', 'like')]
  expect(pointsOf(cardWith({ ...social, limit: { per: 'day' } }, facts))).toEqual({ s: 10 })
  expect(pointsOf(cardWith({ ...social, limit: { per: 'day' } }, facts, { calendar }))).toEqual({ s: 20 })
})

test('so many in a window of days counts back from each act, over those that were paid', () => {
  const rule = { ...social, limit: { times: 2, per: 'window', days: 7 } }
  const facts = ['01', '02', '03', '08', '09', '10'].map((day) => engaged(`2026-03-${day} 09:00`, 'like'))
  const card = cardWith(rule, facts)
  expect(linesOf(card, 's')).toEqual([
    '+10 2026-03-01 09:00:00',
    '+10 2026-03-02 09:00:00',
    '+0 2026-03-03 09:00:00',
    '+0 2026-03-08 09:00:00',
    '+10 2026-03-09 09:00:00',
    '+10 2026-03-10 09:00:00',
  ])
})

test('ever means in all, whatever webinar', () => {
  const rule = { ...question, limit: { per: 'ever' } }
  expect(pointsOf(cardWith(rule, [asked('10:01'), asked('10:02')]))).toEqual({ q: 10 })
})

test('keywords are looked for in any case, and who used none has no line', () => {
  const rule = { ...question, keywords: ['COST', 'מחיר'] }
  expect(pointsOf(cardWith(rule, [asked('10:01')]))).toEqual({ q: 10 })
  expect(cardWith({ ...question, keywords: ['integration'] }, [asked('10:01')]).ledger).toEqual([])
})

test('a rule may look at the answer of a poll', () => {
  const poll = { ...question, act: 'poll' }
  expect(pointsOf(cardWith({ ...poll, keywords: ['yes'] }, [polled('10:01')]))).toEqual({ q: 10 })
  expect(pointsOf(cardWith({ ...poll, keywords: ['no'] }, [polled('10:01')]))).toEqual({})
})

test('a row of the person needs no webinar and carries none', () => {
  const card = cardOf([visited('09:00', 30, ['/pricing'])], {
    model: modelOf([{ id: 'p', kind: 'did', act: 'page', place: 'ever', pageGroup: 'product', seconds: 30 }]),
  })
  expect(linesOf(card, 'p')).toEqual(['+10 2026-03-10 09:00:00'])
})
