import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  answeredProfile,
  approved,
  asked,
  at,
  called,
  cancelled,
  cardOf,
  delivered,
  joined,
  left,
  linesOf,
  type Moment,
  makeModel,
  makeWebinar,
  messaged,
  opened,
  paidOf,
  pointsOf,
  registered,
  replied,
  visited,
} from '../../make.ts'

const observing = makeModel({ observes: { mail: 'ever' } })
const next = makeWebinar({ id: 'w2', from: '2026-04-20 10:00', to: '2026-04-20 11:00' })
const setting = { model: observing, webinars: [makeWebinar(), next] }
const cardAt = (facts: Fact[], asOf: Moment) => cardOf(facts, { ...setting, asOf })
const inactiveAt = (facts: Fact[], asOf: Moment) => pointsOf(cardAt(facts, asOf)).inactive

/** In the room on Tuesday 10 March: the 14th business day after it is Monday 30 March. */
const attended = () => [joined('10:00'), left('11:00')]
const penalty = at('2026-03-31')

test('14 business days without activity cost 50, from the midnight after the 14th', () => {
  expect(inactiveAt(attended(), penalty - 1)).toBeUndefined()
  const card = cardAt(attended(), penalty)
  expect(pointsOf(card)).toEqual({ attended_full: 20, inactive: -50 })
  expect(linesOf(card, 'inactive')).toEqual(['-50 2026-03-31 00:00:00'])
  expect(card).toMatchObject({ score: -30, stage: 'lead', temperature: 'cold', webinarPoints: { w1: 20 } })
  expect(inactiveAt(attended(), '2027-03-31')).toBe(-50)
})

test('the card says when the penalty comes', () => {
  expect(cardAt(attended(), '2026-03-20').changesAt).toBe(penalty)
})

test('the next activity lifts the penalty: both lines stay and add up to 0', () => {
  const facts = [...attended(), opened('2026-04-01 12:00', 'm1')]
  expect(inactiveAt(facts, at('2026-04-01 12:00') - 1)).toBe(-50)
  const card = cardAt(facts, '2026-04-01 12:00')
  expect(linesOf(card, 'inactive')).toEqual(['-50 2026-03-31 00:00:00', '+50 2026-04-01 12:00:00'])
  expect(paidOf(card)).toEqual({ attended_full: 20, email_opened: 5 })
  expect(card.score).toBe(25)
})

test('after the lift the silence begins anew, and costs 50 again', () => {
  const facts = [...attended(), visited('2026-04-01 12:00', 60)]
  expect(inactiveAt(facts, at('2026-04-22') - 1)).toBe(0)
  const card = cardAt(facts, '2026-04-22')
  expect(linesOf(card, 'inactive')).toEqual([
    '-50 2026-03-31 00:00:00',
    '+50 2026-04-01 12:00:00',
    '-50 2026-04-22 00:00:00',
  ])
})

for (const [what, fact] of [
  ['a mail opened', opened('2026-03-20', 'm1')],
  ['an answered call', called('2026-03-20', 'answered')],
  ['a WhatsApp reply', replied('2026-03-20')],
  ['a site visit', visited('2026-03-20', 60)],
  ['a site visit of five seconds', visited('2026-03-20', 5)],
  ['a registration after the end', registered('2026-03-20')],
] as const) {
  test(`${what} is activity: the 14 days count from it`, () => {
    const facts = [...attended(), fact]
    expect(inactiveAt(facts, '2026-04-01')).toBeUndefined()
    expect(inactiveAt(facts, at('2026-04-10') - 1)).toBeUndefined()
    expect(inactiveAt(facts, '2026-04-10')).toBe(-50)
  })
}

for (const [what, fact] of [
  ['a mail delivered', delivered('2026-03-20', 'm1')],
  ['a mail opened by a machine', opened('2026-03-20', 'm1', { automated: true })],
  ['a message to the person', messaged('2026-03-20')],
  ['a call not answered', called('2026-03-20', 'no_answer')],
  ['a profile answer', answeredProfile('2026-03-20', { company: 'Acme' })],
  ['the visit of a scanner', visited('2026-03-20', 60, ['/'], { automated: true })],
] as const) {
  test(`${what} is no activity`, () => {
    expect(inactiveAt([...attended(), fact], penalty)).toBe(-50)
  })
}

test('a registrant is no lead and is never inactive', () => {
  expect(inactiveAt([registered(), opened('12:00', 'm1')], '2026-06-01')).toBeUndefined()
})

test('a silence before the person was a lead leaves no lines', () => {
  const facts = [registered('2026-01-05'), opened('2026-03-02', 'm1'), ...attended()]
  expect(inactiveAt(facts, '2026-03-01')).toBeUndefined()
  expect(inactiveAt(facts, '2026-03-20')).toBeUndefined()
  expect(linesOf(cardAt(facts, '2026-03-31'), 'inactive')).toEqual(['-50 2026-03-31 00:00:00'])
})

test('a coming webinar that the person is registered for holds the penalty back, until 14 business days after it', () => {
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2' })]
  expect(inactiveAt(facts, '2026-04-15')).toBeUndefined()
  expect(inactiveAt(facts, '2026-04-21')).toBeUndefined()
  expect(inactiveAt(facts, at('2026-05-09') - 1)).toBeUndefined()
  expect(linesOf(cardAt(facts, '2026-05-09'), 'inactive')).toEqual(['-50 2026-05-09 00:00:00'])
})

test('a registration for a coming webinar lifts the penalty and holds the next one back', () => {
  const facts = [...attended(), registered('2026-04-02 08:00', { webinar: 'w2' })]
  expect(linesOf(cardAt(facts, at('2026-05-09') - 1), 'inactive')).toEqual([
    '-50 2026-03-31 00:00:00',
    '+50 2026-04-02 08:00:00',
  ])
  expect(inactiveAt(facts, '2026-05-09')).toBe(-50)
})

test('a registration approved in the silence holds the penalty back from then on', () => {
  const facts = [
    ...attended(),
    registered('2026-03-12', { webinar: 'w2', status: 'pending' }),
    approved('2026-03-25', 'w2'),
  ]
  expect(inactiveAt(facts, '2026-04-02')).toBeUndefined()
  expect(inactiveAt(facts, at('2026-05-09') - 1)).toBeUndefined()
  expect(linesOf(cardAt(facts, '2026-05-09'), 'inactive')).toEqual(['-50 2026-05-09 00:00:00'])
})

test('a webinar that was deleted is not to come and holds nothing back', () => {
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2' })]
  const webinars = [makeWebinar(), { ...next, deleted: true }]
  expect(pointsOf(cardOf(facts, { model: observing, webinars, asOf: at('2026-04-02') - 1 })).inactive).toBeUndefined()
  expect(pointsOf(cardOf(facts, { model: observing, webinars, asOf: '2026-04-02' })).inactive).toBe(-50)
})

test('a coming webinar of which nobody knows the end holds the penalty back as long', () => {
  const open = makeWebinar({ id: 'w2', running: [['2026-04-20 10:00', Number.POSITIVE_INFINITY]], endsAt: null })
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2' })]
  const card = cardOf(facts, { model: observing, webinars: [makeWebinar(), open], asOf: '2026-04-15' })
  expect(pointsOf(card).inactive).toBeUndefined()
})

test('a coming webinar cancelled in time holds nothing back: the days count from the last activity', () => {
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2' }), cancelled('2026-03-20', 'w2')]
  expect(inactiveAt(facts, at('2026-04-02') - 1)).toBeUndefined()
  expect(linesOf(cardAt(facts, '2026-04-02'), 'inactive')).toEqual(['-50 2026-04-02 00:00:00'])
})

test('a coming webinar cancelled after the 14 days holds the penalty back until it is cancelled', () => {
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2' }), cancelled('2026-04-08 12:00', 'w2')]
  expect(inactiveAt(facts, '2026-04-05')).toBeUndefined()
  expect(inactiveAt(facts, at('2026-04-08 12:00') - 1)).toBeUndefined()
  expect(inactiveAt(facts, '2026-04-08 12:00')).toBe(-50)
  expect(inactiveAt(facts, '2026-05-20')).toBe(-50)
})

test('a pending registration holds nothing back', () => {
  const facts = [...attended(), registered('2026-03-12', { webinar: 'w2', status: 'pending' })]
  expect(inactiveAt(facts, '2026-04-02')).toBe(-50)
})

test('the end of a webinar that the person missed counts like an activity for one who is a lead', () => {
  const facts = [asked('2026-03-03 10:00'), visited('2026-03-03 12:00', 60), registered('2026-03-03 13:00')]
  expect(inactiveAt(facts, penalty - 1)).toBeUndefined()
  expect(inactiveAt(facts, penalty)).toBe(-50)
})

test('nobody is penalised for days on which the workspace observed nothing', () => {
  const since = (observes: Record<string, string>) => makeModel({ observes })
  const late = { model: since({ mail: '2026-03-25T09:00:00Z', site: '2026-03-20T09:00:00Z' }) }
  expect(pointsOf(cardOf(attended(), { ...late, asOf: at('2026-04-10') - 1 })).inactive).toBeUndefined()
  expect(pointsOf(cardOf(attended(), { ...late, asOf: '2026-04-10' })).inactive).toBe(-50)
  const early = { model: since({ phone: '2026-01-01T00:00:00Z' }) }
  expect(pointsOf(cardOf(attended(), { ...early, asOf: penalty })).inactive).toBe(-50)
})

for (const channel of ['mail', 'phone', 'whatsapp', 'site'] as const) {
  test(`a workspace that observes ${channel} alone observes`, () => {
    const model = makeModel({ observes: { [channel]: 'ever' } })
    expect(pointsOf(cardOf(attended(), { model, asOf: penalty })).inactive).toBe(-50)
  })
}

test('in a workspace that observes none of the four, inactivity is a visible +0 line', () => {
  const card = cardOf(attended(), { asOf: penalty })
  expect(pointsOf(card)).toEqual({ attended_full: 20, inactive: 0 })
  const [line] = card.ledger.filter(({ rule }) => rule === 'inactive')
  expect(line!.reason).not.toBe('inactive')
  expect(card.score).toBe(20)
})
