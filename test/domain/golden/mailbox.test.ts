import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  answeredProfile,
  at,
  cardOf,
  joined,
  left,
  linesOf,
  type Moment,
  makeFact,
  makeModel,
  paidOf,
  registered,
} from '../../make.ts'

const model = makeModel({ freeMailboxes: ['post.example', 'mail.example'] })
const paid = (facts: Fact[], asOf: Moment = '2026-03-11') => paidOf(cardOf(facts, { model, asOf }))
const from = (email: string, time: Moment = '2026-03-03') => registered(time, { profile: { email } })
const unsubscribed = (time: Moment) => makeFact('email.unsubscribed', time, { messageId: 'm1' })
const complained = (time: Moment) => makeFact('email.complained', time, { messageId: 'm1' })
const consents = (time: Moment, state: 'given' | 'withdrawn' = 'given') => makeFact('consent.changed', time, { state })

test('a free mailbox and no business address is worth -5 from the first fact on', () => {
  expect(paid([from('dana@post.example')], at('2026-03-03') - 1)).toEqual({})
  const card = cardOf([from('dana@post.example')], { model, asOf: '2026-03-03' })
  expect(linesOf(card, 'free_email')).toEqual(['-5 2026-03-03 00:00:00'])
  expect(card).toMatchObject({ score: -5, webinarPoints: { w1: 0 } })
})

test('a business address is worth nothing, and one beside a free mailbox is enough', () => {
  expect(paid([from('dana@acme.example')])).toEqual({})
  expect(paid([from('dana@post.example'), from('dana@mail.example', '2026-03-04')])).toEqual({ free_email: -5 })
  expect(paid([from('dana@acme.example'), from('dana@post.example', '2026-03-04')])).toEqual({})
})

test('a business address that becomes known later ends the row from then', () => {
  const facts = [from('dana@post.example'), answeredProfile('2026-03-05', { email: 'dana@acme.example' })]
  expect(paid(facts, at('2026-03-05') - 1)).toEqual({ free_email: -5 })
  expect(paid(facts, '2026-03-05')).toEqual({})
})

test('the address that decided whose fact it is is a known address too', () => {
  const card = (email: string) => cardOf([makeFact('poll.answered', '10:10', {}, { webinar: 'w1', email })], { model })
  expect(paidOf(card('dana@post.example'))).toEqual({ poll_answered: 5, free_email: -5 })
  expect(paidOf(card('dana@acme.example'))).toEqual({ poll_answered: 5 })
})

test('of a person without any address nobody knows a free mailbox', () => {
  expect(paid([joined('10:00'), left('10:05')])).toEqual({ attended_brief: 6 })
})

test('a company whose domain only ends like a free mailbox is a company', () => {
  expect(paid([from('dana@goodpost.example')])).toEqual({})
})

test('the domain is compared without regard to case', () => {
  expect(paid([from('Dana@POST.example')])).toEqual({ free_email: -5 })
})

test('leaving the mailing list is worth -30 until consent is given again', () => {
  const facts = [unsubscribed('2026-03-03'), consents('2026-03-08')]
  expect(paid(facts, at('2026-03-03') - 1)).toEqual({})
  expect(paid(facts, '2026-03-03')).toEqual({ unsubscribed: -30 })
  expect(paid(facts, at('2026-03-08') - 1)).toEqual({ unsubscribed: -30 })
  expect(paid(facts, '2026-03-08')).toEqual({})
})

test('a complaint is as bad, and both together are worth -30 once', () => {
  expect(paid([complained('2026-03-03')])).toEqual({ unsubscribed: -30 })
  expect(paid([unsubscribed('2026-03-03'), complained('2026-03-04')])).toEqual({ unsubscribed: -30 })
})

test('consent given before says nothing about leaving after it, and leaving again counts again', () => {
  expect(paid([consents('2026-03-02'), unsubscribed('2026-03-03')])).toEqual({ unsubscribed: -30 })
  const again = [unsubscribed('2026-03-03'), consents('2026-03-04'), unsubscribed('2026-03-05')]
  expect(paid(again)).toEqual({ unsubscribed: -30 })
})

test('consent that is taken back is no consent given', () => {
  expect(paid([unsubscribed('2026-03-03'), consents('2026-03-04', 'withdrawn')])).toEqual({ unsubscribed: -30 })
})

test('leaving the list is no activity and makes no lead', () => {
  expect(cardOf([unsubscribed('2026-03-03'), consents('2026-03-04')])).toMatchObject({
    stage: 'registrant',
    lastActivityAt: null,
  })
})
