import { expect, test } from 'vitest'
import {
  answeredProfile,
  approved,
  at,
  cancelled,
  cardOf,
  denied,
  joined,
  left,
  linesOf,
  makeFact,
  makeModel,
  makeWebinar,
  paidOf,
  pointsOf,
  registered,
  stayed,
  watched,
} from '../../make.ts'

const globex = { name: 'Globex', domains: ['globex.example'] }
const demo = makeWebinar({ kind: 'demo' })
const next = makeWebinar({ id: 'w2', from: '2026-03-24 10:00', to: '2026-03-24 11:00' })
const bothWebinars = { webinars: [makeWebinar(), next], asOf: '2026-03-20' }

test('a registration is a visible line worth 0', () => {
  const card = cardOf([registered('2026-03-03 09:00')])
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0 })
  expect(linesOf(card, 'registered')).toEqual(['+0 w1 2026-03-03 09:00:00'])
  expect(card.score).toBe(0)
})

test('a registration for a webinar with a partner brand is worth 5', () => {
  const card = cardOf([registered()], { webinars: [makeWebinar({ partner: globex })] })
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0, registered_cobranded: 5 })
})

test('a registration for a demo is worth 12', () => {
  const card = cardOf([registered()], { webinars: [demo] })
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0, registered_demo: 12 })
})

test('a registration for a demo with a partner brand is worth 5 and 12', () => {
  const card = cardOf([registered()], { webinars: [makeWebinar({ kind: 'demo', partner: globex })] })
  expect(pointsOf(card)).toEqual({ registered: 0, real_details: 0, registered_cobranded: 5, registered_demo: 12 })
  expect(card.webinarPoints).toEqual({ w1: 17 })
  expect(card.score).toBe(17)
})

test('a question typed into the form is worth 5, an empty field nothing', () => {
  expect(paidOf(cardOf([registered('2026-03-03', { question: 'Does it run on Sundays?' })]))).toEqual({
    registration_question: 5,
  })
  expect(pointsOf(cardOf([registered('2026-03-03', { question: '' })]))).toEqual({ registered: 0, real_details: 0 })
})

test('a question typed at a second registration is worth 5 from then on', () => {
  const card = cardOf([registered('2026-03-01'), registered('2026-03-05', { question: 'Now I know what to ask' })])
  expect(linesOf(card, 'registered')[0]).toBe('+0 w1 2026-03-01 00:00:00')
  expect(linesOf(card, 'registration_question')).toEqual(['+5 w1 2026-03-05 00:00:00'])
})

test('the same webinar registered for twice pays once', () => {
  const card = cardOf(
    [registered('2026-03-03', { question: 'One?' }), registered('2026-03-04', { question: 'Two?' })],
    {
      webinars: [demo],
    },
  )
  expect(paidOf(card)).toEqual({ registered_demo: 12, registration_question: 5 })
  expect(card.score).toBe(17)
})

test('a pending registration pays nothing until it is approved', () => {
  const facts = [registered('2026-03-03', { status: 'pending', question: 'May I?' }), approved('2026-03-05 08:00')]
  expect(paidOf(cardOf(facts, { webinars: [demo], asOf: at('2026-03-05 08:00') - 1 }))).toEqual({})
  expect(paidOf(cardOf(facts, { webinars: [demo], asOf: '2026-03-05 08:00' }))).toEqual({
    registered_demo: 12,
    registration_question: 5,
  })
})

for (const [what, lift] of [
  ['cancelled', cancelled],
  ['denied', denied],
] as const) {
  test(`a ${what} registration lifts its rows from that moment, and what was lifted stays visible`, () => {
    const facts = [registered('2026-03-03', { question: 'Still on?' }), lift('2026-03-06 12:00')]
    const webinars = [makeWebinar({ kind: 'demo', partner: globex })]
    expect(cardOf(facts, { webinars, asOf: at('2026-03-06 12:00') - 1 }).score).toBe(22)
    const after = cardOf(facts, { webinars, asOf: '2026-03-06 12:00' })
    expect(after.score).toBe(0)
    expect(after.webinarPoints.w1 ?? 0).toBe(0)
    expect(pointsOf(after)).toMatchObject({ registered_demo: 0, registered_cobranded: 0, registration_question: 0 })
  })
}

test('who cancels and registers again is registered', () => {
  const facts = [registered('2026-03-03'), cancelled('2026-03-04'), registered('2026-03-05')]
  expect(paidOf(cardOf(facts, { webinars: [demo] }))).toEqual({ registered_demo: 12 })
})

test('who is approved after a denial is registered', () => {
  const facts = [registered('2026-03-03', { status: 'pending' }), denied('2026-03-04'), approved('2026-03-05')]
  expect(paidOf(cardOf(facts, { webinars: [demo] }))).toEqual({ registered_demo: 12 })
})

test('who cancels and comes all the same is paid for coming alone', () => {
  const card = cardOf([registered('2026-03-03'), cancelled('2026-03-04'), joined('10:00'), left('10:20')], {
    webinars: [demo],
  })
  expect(paidOf(card)).toEqual({ attended_part: 12, attended_demo: 50 })
  expect(card.standings[0]).toMatchObject({ registered: false, attended: true })
})

test('a registration in the last millisecond of the webinar is one, a millisecond later it is none', () => {
  const late = (time: number) => cardOf([registered(time, { question: 'Too late?' })], { webinars: [demo] })
  expect(paidOf(late(at('11:00')))).toEqual({ registered_demo: 12, registration_question: 5 })
  const after = late(at('11:00') + 1)
  expect(paidOf(after)).toEqual({})
  expect(after.standings).toEqual([])
})

test('a registration after the end and a sign-up for the replay are activities, but no registrations', () => {
  const late = cardOf([registered('11:30')], { webinars: [demo] })
  expect(late).toMatchObject({ score: 0, standings: [], lastActivityAt: at('11:30') })
  const signUp = cardOf([makeFact('replay.registered', '12:00', {}, { webinar: 'w1' })], { webinars: [demo] })
  expect(signUp).toMatchObject({ score: 0, ledger: [], standings: [], lastActivityAt: at('12:00') })
})

test('a registration for the next webinar after taking part in another one is worth 5, for the next one', () => {
  const card = cardOf([joined('10:00'), left('10:05'), registered('2026-03-12', { webinar: 'w2' })], bothWebinars)
  expect(pointsOf(card)).toEqual({ attended_brief: 6, registered: 0, real_details: 0, registered_next: 5 })
  expect(card.webinarPoints).toEqual({ w1: 6, w2: 5 })
})

test('a registration for the next webinar from the room of this one comes after taking part', () => {
  const facts = [joined('10:00'), registered('10:30', { webinar: 'w2' }), left('11:00')]
  expect(paidOf(cardOf(facts, bothWebinars))).toEqual({ attended_full: 20, registered_next: 5 })
})

test('who had registered for the next webinar before coming to this one is not paid for it', () => {
  const facts = [registered('2026-03-05', { webinar: 'w2' }), joined('10:00'), left('11:00')]
  expect(paidOf(cardOf(facts, bothWebinars))).toEqual({ attended_full: 20 })
})

test('a no-show who registers for the next webinar is not paid for it before the replay, but after it', () => {
  const next = registered('2026-03-15', { webinar: 'w2' })
  expect(paidOf(cardOf([registered(), next], bothWebinars))).toEqual({})
  const replay = watched('2026-03-14', { intervals: [[0, 60]] })
  expect(paidOf(cardOf([registered(), replay, next], bothWebinars))).toEqual({ attended_brief: 6, registered_next: 5 })
})

test('minutes outside of the live time are not taking part', () => {
  const early = makeWebinar({ running: [['09:50', '11:00']] })
  const facts = [stayed('09:50', '10:00'), registered('2026-03-12', { webinar: 'w2' })]
  expect(paidOf(cardOf(facts, { webinars: [early, next], asOf: '2026-03-20' }))).toEqual({})
})

test('taking part in the same webinar does not make its own registration a next one', () => {
  expect(paidOf(cardOf([joined('10:00'), registered('10:30'), left('11:00')]))).toEqual({ attended_full: 20 })
})

test('doubtful details give a warning on the person and move no points', () => {
  const model = makeModel({ disposableMailboxes: ['trash.example'] })
  const thrownAway = registered('2026-03-03', { profile: { email: 'x@trash.example', firstName: 'Xenia' } })
  expect(cardOf([thrownAway], { model })).toMatchObject({ score: 0, warnings: ['disposable_address'] })
  const numbers = registered('2026-03-03', { profile: { email: 'a@acme.example', firstName: '123', lastName: '-' } })
  expect(cardOf([numbers])).toMatchObject({ score: 0, warnings: ['name_without_letters'] })
  const bounced = makeFact('email.bounced', '2026-03-04', { messageId: 'm1' })
  expect(cardOf([registered(), bounced])).toMatchObject({ score: 0, warnings: ['bounced_address'] })
})

test('a name in any script is a name', () => {
  const details = { email: 'dana@acme.example', firstName: 'דנה', lastName: 'Лева' }
  expect(cardOf([registered('2026-03-03', { profile: details })]).warnings).toEqual([])
  expect(cardOf([answeredProfile('2026-03-03', { firstName: '李' })]).warnings).toEqual([])
})
