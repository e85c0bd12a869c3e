import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  asked,
  at,
  cancelled,
  cardOf,
  chatted,
  chattedOnSite,
  joined,
  left,
  makeFact,
  makeModel,
  makeWebinar,
  polled,
  registered,
  stayed,
  surveyed,
  visited,
  watched,
} from '../../make.ts'

const first = (facts: Fact[], setting: Parameters<typeof cardOf>[1] = {}) => cardOf(facts, setting).standings[0]

test('a standing shows everything of one person in one webinar', () => {
  const facts = [
    registered(),
    joined('10:05'),
    polled('10:20'),
    asked('10:30'),
    asked('10:31'),
    chatted('10:40'),
    left('10:50'),
    watched('2026-03-12 09:00', { intervals: [[0, 300]] }),
    visited('2026-03-11 09:00', 150),
  ]
  expect(cardOf(facts, { asOf: '2026-03-15' }).standings).toEqual([
    {
      webinar: 'w1',
      points: 12 + 5 + 15 + 2 + 5,
      registered: true,
      attended: true,
      replayed: true,
      noShow: false,
      stayed: false,
      liveSeconds: 2700,
      replaySeconds: 300,
      share: 3000 / 3600,
      evidence: 'webhook',
      replayEvidence: 'intervals',
      provisional: false,
      inRoom: false,
      presence: { live: [[300, 3000]], replay: [[0, 300]] },
      marks: [
        { kind: 'poll', at: 1200 },
        { kind: 'question', at: 1800, buying: ['price'] },
        { kind: 'question', at: 1860, buying: ['price'] },
        { kind: 'chat', at: 2400 },
      ],
      parts: expect.arrayContaining([
        { rule: 'attended_part', points: 12 },
        { rule: 'poll_answered', points: 5 },
        { rule: 'question_asked', points: 15 },
        { rule: 'chat_written', points: 2 },
        { rule: 'site_visit_long', points: 5 },
      ]),
      questions: 2,
      pollAnswers: 1,
      buying: ['price'],
      lastActivityAt: at('2026-03-12 09:00'),
    },
  ])
})

test('who is in the room when 95 % of the live time have passed has stayed; until the end it is who is in the room', () => {
  const until = (leave: string) => [joined('10:05'), left(leave)]
  expect(first(until('10:57'))).toMatchObject({ stayed: false, inRoom: false })
  expect(first(until('10:58'))).toMatchObject({ stayed: true, inRoom: false })
  expect(first(until('10:57'), { asOf: '10:50' })).toMatchObject({ stayed: true, inRoom: true })
  expect(first(until('10:40'), { asOf: '10:50' })).toMatchObject({ stayed: false, inRoom: false })
})

test('presence is told in seconds of the live time, not of the room', () => {
  const webinars = [makeWebinar({ running: [['09:50', '11:20']], live: [['10:00', '11:00']] })]
  const standing = first([joined('09:50'), polled('10:30'), left('10:45')], { webinars })
  expect(standing).toMatchObject({ liveSeconds: 2700, share: 0.75, presence: { live: [[0, 2700]] } })
  expect(standing!.marks).toEqual([{ kind: 'poll', at: 1800 }])
})

test('a chat of the website and acts outside of the running time leave no marks', () => {
  const facts = [
    joined('10:00'),
    chattedOnSite('10:10', { webinar: 'w1' }),
    left('10:30'),
    asked('11:01'),
    polled('09:59'),
  ]
  expect(first(facts)).toMatchObject({ marks: [], questions: 0, pollAnswers: 0 })
})

test('a no-show is one who registered and did not come, and only once the webinar has ended', () => {
  expect(first([registered()], { asOf: '2026-03-09' })).toMatchObject({
    registered: true,
    attended: false,
    noShow: false,
  })
  expect(first([registered()], { asOf: at('11:00') - 1 })).toMatchObject({ noShow: false })
  expect(first([registered()])).toMatchObject({ noShow: true, liveSeconds: 0, share: 0, evidence: 'none' })
  expect(first([registered(), joined('10:59'), left('11:00')])).toMatchObject({ noShow: false, attended: true })
})

test('who never registered and who cancelled is no no-show', () => {
  expect(first([registered(), cancelled('2026-03-05')])?.noShow ?? false).toBe(false)
  expect(first([polled('10:10')])).toMatchObject({ registered: false, attended: false, noShow: false, points: 5 })
})

test('a pending or a late registration alone makes no standing', () => {
  expect(cardOf([registered('2026-03-03', { status: 'pending' })]).standings).toEqual([])
  expect(cardOf([registered('11:01')]).standings).toEqual([])
})

test('the evidence is the webhook, the report or an activity', () => {
  expect(first([joined('10:00'), left('10:05')])!.evidence).toBe('webhook')
  expect(first([stayed('10:00', '10:05', 'w1', 'report')])!.evidence).toBe('report')
  expect(first([stayed('10:00', '10:05')])!.evidence).toBe('activity')
})

test('who is still in the room is shown up to now', () => {
  const standing = first([joined('10:05')], { asOf: '10:20' })
  expect(standing).toMatchObject({
    inRoom: true,
    provisional: true,
    liveSeconds: 900,
    presence: { live: [[300, 1200]] },
  })
})

test('each webinar has a standing of its own', () => {
  const webinars = [makeWebinar(), makeWebinar({ id: 'w2', from: '2026-03-11 10:00', to: '2026-03-11 11:00' })]
  const facts = [
    joined('10:00'),
    left('10:05'),
    registered('2026-03-10 12:00', { webinar: 'w2' }),
    surveyed('2026-03-11 12:00', { webinar: 'w2' }),
  ]
  const card = cardOf(facts, { webinars, asOf: '2026-03-12' })
  const points = card.standings.map((standing) => [standing.webinar, standing.points])
  expect(points.sort()).toEqual([
    ['w1', 6],
    ['w2', 10],
  ])
})

const address = (email: string) => registered('2026-03-03', { profile: { email } })
const globex = { name: 'Globex', domains: ['globex.example'] }

test('staff of the workspace are in no ranking, and keep their score', () => {
  const model = makeModel({ staffDomains: ['ripe.example'] })
  const card = cardOf([address('mira@ripe.example'), joined('10:00'), left('11:00')], { model })
  expect(card).toMatchObject({ standings: [], score: 20 })
  expect(cardOf([address('mira@unripe.example')], { model }).standings).toHaveLength(1)
})

test('staff of the partner are in no ranking of the webinar held together, but in those of others', () => {
  const webinars = [makeWebinar({ partner: globex }), makeWebinar({ id: 'w2' })]
  const profile = { email: 'gil@globex.example' }
  const facts = [registered('2026-03-03', { profile }), registered('2026-03-03', { webinar: 'w2', profile })]
  expect(cardOf(facts, { webinars }).standings.map(({ webinar }) => webinar)).toEqual(['w2'])
})

for (const role of ['host', 'panelist'] as const) {
  test(`a ${role} listed before the start is in no ranking of that webinar, but in those of others`, () => {
    const staffed = makeFact('webinar.staffed', '2026-03-09', { role }, { webinar: 'w1' })
    const facts = [staffed, joined('10:00'), left('11:00'), registered('2026-03-03', { webinar: 'w2' })]
    const webinars = [makeWebinar(), makeWebinar({ id: 'w2', from: '2026-03-24 10:00', to: '2026-03-24 11:00' })]
    expect(cardOf(facts, { webinars }).standings.map(({ webinar }) => webinar)).toEqual(['w2'])
  })
}

test('an attendee who is promoted to panelist stays in the ranking', () => {
  const promoted = makeFact('webinar.role_changed', '10:30', { from: 'attendee', to: 'panelist' }, { webinar: 'w1' })
  expect(first([joined('10:00'), promoted, left('11:00')])).toMatchObject({ points: 20 })
  const listed = makeFact('webinar.staffed', '10:31', { role: 'panelist' }, { webinar: 'w1' })
  expect(first([joined('10:00'), promoted, listed, left('11:00')])).toMatchObject({ points: 20 })
})

test('a panelist listed before the start who is made an attendee and a panelist again stays out', () => {
  const change = (time: string, from: string, to: string) =>
    makeFact('webinar.role_changed', time, { from, to }, { webinar: 'w1' })
  const listed = makeFact('webinar.staffed', '09:55', { role: 'panelist' }, { webinar: 'w1' })
  const back = [change('10:10', 'panelist', 'attendee'), change('10:20', 'attendee', 'panelist')]
  expect(cardOf([listed, joined('10:00'), ...back, left('11:00')]).standings).toEqual([])
})
