import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  answeredProfile,
  asked,
  booked,
  called,
  cardOf,
  chatted,
  chattedOnSite,
  clicked,
  delivered,
  downloaded,
  joined,
  left,
  makeFact,
  makeModel,
  makeWebinar,
  messaged,
  opened,
  polled,
  registered,
  replied,
  sawVideo,
  stayed,
  submitted,
  surveyed,
  viewed,
  visited,
  watched,
  withRule,
} from '../../make.ts'

const stageOf = (...facts: Fact[]) => cardOf(facts, { asOf: '2026-03-12' }).stage
const social = makeFact('social.engaged', '12:00', { network: 'linkedin', action: 'liked' })

for (const [what, facts] of [
  ['a registration', [registered()]],
  ['a registration with a question', [registered('2026-03-03', { question: 'How much?' })]],
  ['a mail opened', [registered(), opened('12:00', 'm1')]],
  ['a mail delivered', [delivered('12:00', 'm1')]],
  ['a visit of 19 seconds', [registered(), visited('12:00', 19)]],
  ['page views of 19 seconds', [viewed('12:00', 10), viewed('12:01', 9)]],
  ['the visit of a scanner', [visited('12:00', 300, ['/pricing'], { automated: true })]],
  ['the click of a machine', [clicked('12:00', 'm1', { automated: true })]],
  ['a call that was not answered', [called('12:00', 'no_answer'), called('12:10', 'voicemail')]],
  ['a message to the person', [messaged('12:00')]],
  ['a profile answer', [answeredProfile('12:00', { company: 'Acme' })]],
  ['a change of consent', [makeFact('consent.changed', '12:00', { state: 'given' })]],
  ['content not downloaded', [makeFact('content.ignored', '12:00', { content: { id: 'r1' } })]],
] as [string, Fact[]][]) {
  test(`${what} makes no lead`, () => {
    expect(stageOf(...facts)).toBe('registrant')
  })
}

for (const [what, fact] of [
  ['a second in the webinar', stayed('10:00', '10:00:01')],
  ['a second of the replay', watched('12:00', { intervals: [[0, 1]] })],
  ['a poll answer', polled('10:10')],
  ['a question', asked('10:10')],
  ['a chat in the webinar', chatted('10:10')],
  ['a chat on the site', chattedOnSite('12:00')],
  ['a survey', surveyed('12:00')],
  ['a video', sawVideo('12:00', { mediaSeconds: 100, watchedSeconds: 1 })],
  ['a visit of 20 seconds', visited('12:00', 20)],
  ['a visit of unknown length', visited('12:00', null)],
  ['page views of 20 seconds', viewed('12:00', 20)],
  ['a mail clicked', clicked('12:00', 'm1')],
  ['a download', downloaded('12:00', 'ebook')],
  ['a form', submitted('12:00', 'other')],
  ['an answered call', called('12:00', 'answered')],
  ['a reply', replied('12:00')],
  ['a social act', social],
  ['a registration after the end, which is an activity but no registration,', registered('11:30')],
  ['a sign-up for the replay, which is one too,', makeFact('replay.registered', '11:30', {}, { webinar: 'w1' })],
] as [string, Fact][]) {
  test(`${what} makes a lead`, () => {
    expect(stageOf(registered(), fact)).toBe('lead')
  })
}

test('a meeting makes a lead, and at once SQL', () => {
  expect(stageOf(booked('12:00'))).toBe('sql')
})

test('who was in the room only outside of the live time was present, and is a lead', () => {
  const webinars = [makeWebinar({ running: [['09:50', '11:00']] })]
  expect(cardOf([stayed('09:50', '10:00')], { webinars })).toMatchObject({ stage: 'lead', score: 0 })
})

test('a registrant with the points of an MQL is no lead and no MQL', () => {
  const webinars = ['w1', 'w2', 'w3'].map((id) =>
    makeWebinar({ id, kind: 'demo', from: '2026-04-01 10:00', to: '2026-04-01 11:00' }),
  )
  const facts = webinars.map(({ id }) => registered('2026-03-03', { webinar: id }))
  expect(cardOf(facts, { webinars })).toMatchObject({ score: 36, stage: 'registrant', temperature: 'warm' })
})

const part = [joined('10:00'), left('10:20')]
const full = [joined('10:00'), left('11:00')]
const report = downloaded('12:00', 'special_report')
const catalogue = downloaded('12:01', 'catalogue', 'file-2')

for (const [score, stage, temperature, facts] of [
  [29, 'lead', 'cold', [...part, asked('10:10'), chatted('10:11')]],
  [30, 'mql', 'warm', [...full, polled('10:10'), surveyed('11:10')]],
  [69, 'mql', 'warm', [...part, asked('10:10'), chatted('10:11'), report, catalogue]],
  [70, 'sql', 'hot', [...full, asked('10:10'), polled('10:11'), surveyed('11:10'), report]],
] as [number, string, string, Fact[]][]) {
  test(`a lead with ${score} points is ${stage} and ${temperature}`, () => {
    expect(cardOf(facts)).toMatchObject({ score, stage, temperature })
  })
}

test('the thresholds are the company’s', () => {
  const model = makeModel({ thresholds: { mql: 6, sql: 12 } })
  expect(cardOf([joined('10:00'), left('10:05')], { model })).toMatchObject({
    score: 6,
    stage: 'mql',
    temperature: 'warm',
  })
  expect(cardOf(part, { model })).toMatchObject({ score: 12, stage: 'sql', temperature: 'hot' })
})

test('a stage falls back with the score', () => {
  const facts = [...full, polled('10:10'), surveyed('11:10'), visited('13:00', 5)]
  expect(cardOf(facts, { asOf: '12:59' })).toMatchObject({ score: 30, stage: 'mql' })
  expect(cardOf(facts, { asOf: '13:00' })).toMatchObject({ score: -10, stage: 'lead', temperature: 'cold' })
})

test('a row that a company switched off pays nothing', () => {
  const model = makeModel(withRule('chat_written', { enabled: false }))
  expect(cardOf([chatted('10:10')], { model })).toMatchObject({ score: 0, ledger: [], stage: 'lead' })
})

test('a number that a company changed is the one that pays', () => {
  const model = makeModel(withRule('chat_written', { points: 9 }))
  expect(cardOf([chatted('10:10')], { model }).score).toBe(9)
})
