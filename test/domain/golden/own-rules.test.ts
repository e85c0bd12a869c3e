import { expect, test } from 'vitest'
import type { Who } from '../../../src/domain/condition-schema.ts'
import type { Profile } from '../../../src/domain/profile.ts'
import {
  answeredProfile,
  asked,
  at,
  cardOf,
  engaged,
  HOUR,
  joined,
  left,
  linesOf,
  makeModel,
  makeWebinar,
  modelOf,
  paidOf,
  registered,
  submitted,
  visited,
  withRule,
} from '../../make.ts'

const full = () => [joined('10:00'), left('11:00')]
const told = (profile: Profile) => answeredProfile('2026-03-01', profile)
const profileRule = (when: Who) => modelOf([{ id: 'p', kind: 'profile', when }])
const isPaid = (when: Who, profile: Profile) => cardOf([told(profile)], { model: profileRule(when) }).score === 10

test('a rule may be for some people only, by any of their answers', () => {
  const model = makeModel(withRule('attended_full', { when: { attribute: 'industry', oneOf: ['Finance'] } }))
  expect(paidOf(cardOf([told({ industry: 'finance' }), ...full()], { model }))).toEqual({ attended_full: 20 })
  // Of the attendance rows the first that is for this person pays.
  expect(paidOf(cardOf([told({ industry: 'Farming' }), ...full()], { model }))).toEqual({ attended_part: 12 })
})

test('answers may be joined by all, any and not; unknown is not right, but not what is asked against either', () => {
  const large = { attribute: 'employees', min: 1000 }
  const it = { attribute: 'industry', contains: ['IT'] }
  expect(isPaid({ all: [large, it] }, { employees: 1000, industry: 'IT services' })).toBe(true)
  expect(isPaid({ all: [large, it] }, { employees: 1000 })).toBe(false)
  expect(isPaid({ any: [large, it] }, { industry: 'IT' })).toBe(true)
  expect(isPaid({ not: large }, {})).toBe(true)
  expect(isPaid({ attribute: 'budget' }, { attributes: { budget: 'unclear' } })).toBe(true)
  expect(isPaid({ attribute: 'budget' }, {})).toBe(false)
})

test('a row of who somebody is counts from the answer that made it so', () => {
  const facts = [answeredProfile('2026-03-02', { employees: 5 }), answeredProfile('2026-03-04', { employees: 5000 })]
  const card = cardOf(facts, { model: profileRule({ attribute: 'employees', min: 1000 }) })
  expect(linesOf(card, 'p')).toEqual(['+10 2026-03-04 00:00:00'])
})

test('a target audience multiplies the points for fit, and the line says so', () => {
  const audiences = [{ id: 'banks', when: { attribute: 'industry', oneOf: ['Banking'] }, multiplier: 1.5 }]
  const characteristics = [{ id: 'size', attribute: 'employees', min: 1000 }]
  const model = makeModel({ fit: { characteristics, audiences } })
  expect(paidOf(cardOf([told({ employees: 1000 })], { model }))).toEqual({ fit_complete: 7 })
  const card = cardOf([told({ employees: 1000, industry: 'banking' })], { model })
  expect(card.ledger).toMatchObject([{ points: 11, reason: 'audience', params: { usual: 7, multiplier: 1.5 } }])
})

test('a rule may look at one series, at a partner by name, or at words of the topic', () => {
  const question = { id: 'q', kind: 'did', act: 'question', place: 'during' }
  const partner = { name: 'Kiwi Labs', domains: [] }
  const webinars = [makeWebinar({ partner, topic: 'Firewalls in practice' })]
  const pays = (narrow: object) =>
    cardOf([asked('10:10')], { model: modelOf([{ ...question, ...narrow }]), webinars }).score
  expect([pays({ series: ['98765432100'] }), pays({ series: ['1'] })]).toEqual([10, 0])
  expect([pays({ partners: ['kiwi labs'] }), pays({ partners: ['Other'] })]).toEqual([10, 0])
  expect([pays({ topics: ['FIREWALL'] }), pays({ topics: ['cloud'] })]).toEqual([10, 0])
  expect([pays({ webinarKind: 'educational' }), pays({ webinarKind: 'demo' })]).toEqual([10, 0])
})

test('a question typed at registration may be looked at for keywords', () => {
  const rule = { id: 'r', kind: 'registered', keywords: ['price'] }
  const ask = (question: string) => cardOf([registered('2026-03-03', { question })], { model: modelOf([rule]) }).score
  expect([ask('What is the PRICE?'), ask('Is there a recording?')]).toEqual([10, 0])
})

test('pace earns while so many points came in so many hours on so many days, by other rules', () => {
  const forms = { id: 'f', kind: 'form_submitted', points: 20, forms: ['other'] }
  const model = modelOf([forms, { id: 'fast', kind: 'pace', gained: 40, hours: 72, days: 2 }])
  const facts = [submitted('2026-03-02 12:00', 'other', 'a'), submitted('2026-03-03 12:00', 'other', 'b')]
  expect(cardOf(facts.slice(0, 1), { model }).score).toBe(20)
  const fast = cardOf(facts, { model, asOf: '2026-03-03 12:00' })
  expect(linesOf(fast, 'fast')).toEqual(['+10 2026-03-03 12:00:00'])
  expect(fast).toMatchObject({ score: 50, velocity: 40, changesAt: at('2026-03-02 12:00') + 72 * HOUR + 1 })
  expect(cardOf(facts, { model, asOf: fast.changesAt! }).score).toBe(40)
})

test('thresholds may be conditions: a score, a grade, a row that paid, visits, an answer', () => {
  const social = { id: 's', kind: 'did', act: 'social', place: 'ever', points: 5 }
  const fit = { characteristics: [{ id: 'size', attribute: 'employees', min: 100 }] }
  const stage = (sql: object, ...more: ReturnType<typeof asked>[]) =>
    cardOf([told({ employees: 100 }), engaged('09:00', 'like'), ...more], {
      model: modelOf([social], { fit, thresholds: { mql: 5, sql: sql as never } }),
    }).stage
  expect(stage({ score: 5 })).toBe('sql')
  expect(stage({ score: 6 })).toBe('mql')
  expect(stage({ grade: 'B' })).toBe('sql')
  expect(stage({ paid: 's' })).toBe('sql')
  expect(stage({ not: { paid: 's' } })).toBe('mql')
  expect(stage({ attribute: 'employees', max: 100 })).toBe('sql')
  expect(stage({ visits: { count: 2 } })).toBe('mql')
  expect(stage({ visits: { count: 2 } }, visited('09:10', 30), visited('09:20', 30))).toBe('sql')
  expect(stage({ all: [{ score: 5 }, { any: [{ grade: 'A' }, { visits: {} }] }] })).toBe('sql')
})

test('who is no lead reaches no threshold, whatever the condition', () => {
  const model = modelOf([{ id: 'r', kind: 'registered' }], { thresholds: { mql: 5, sql: { paid: 'r' } } })
  expect(cardOf([registered()], { model })).toMatchObject({ stage: 'registrant', temperature: 'hot', score: 10 })
})
