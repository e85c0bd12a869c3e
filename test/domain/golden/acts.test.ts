import { expect, test } from 'vitest'
import {
  asked,
  at,
  cardOf,
  chatted,
  chattedOnSite,
  linesOf,
  makeFact,
  makeWebinar,
  paidOf,
  pointsOf,
  polled,
  surveyed,
} from '../../make.ts'

const acts = [
  ['question_asked', 15, asked],
  ['poll_answered', 5, polled],
  ['chat_written', 2, chatted],
] as const

for (const [rule, points, act] of acts) {
  test(`${rule} is worth ${points} while the webinar runs, both its ends included`, () => {
    for (const moment of [at('10:00'), at('10:30'), at('11:00')]) {
      const card = cardOf([act(moment)])
      expect(pointsOf(card)).toEqual({ [rule]: points })
      expect(card.webinarPoints).toEqual({ w1: points })
    }
    for (const moment of [at('10:00') - 1, at('11:00') + 1, at('2026-03-11') - 1]) {
      expect(paidOf(cardOf([act(moment)]))).toEqual({})
    }
  })

  test(`${rule} counts in a room that opened early and closed late, until it closed`, () => {
    const webinars = [makeWebinar({ running: [['09:50', '11:20']], live: [['10:00', '11:00']] })]
    for (const moment of ['09:50', '09:55', '11:10', '11:20']) {
      expect(pointsOf(cardOf([act(moment)], { webinars }))).toEqual({ [rule]: points })
    }
    for (const moment of [at('09:50') - 1, at('11:20') + 1]) {
      expect(paidOf(cardOf([act(moment)], { webinars }))).toEqual({})
    }
  })

  test(`${rule} pays once a webinar: the second is a visible +0 line`, () => {
    const card = cardOf([act('10:10'), act('10:20')])
    expect(linesOf(card, rule)).toEqual([`+${points} w1 2026-03-10 10:10:00`, '+0 w1 2026-03-10 10:20:00'])
    expect(card.score).toBe(points)
  })

  test(`${rule} pays again in another webinar`, () => {
    const webinars = [makeWebinar(), makeWebinar({ id: 'w2', from: '2026-03-11 10:00', to: '2026-03-11 11:00' })]
    const card = cardOf([act('10:10'), act('2026-03-11 10:10', 'w2')], { webinars, asOf: '2026-03-12' })
    expect(card.webinarPoints).toEqual({ w1: points, w2: points })
  })

  test(`${rule} pays nothing where it names another webinar than the one that runs`, () => {
    const webinars = [makeWebinar(), makeWebinar({ id: 'w2', from: '2026-03-11 10:00', to: '2026-03-11 11:00' })]
    expect(paidOf(cardOf([act('10:10', 'w2')], { webinars, asOf: '2026-03-12' }))).toEqual({})
  })
}

test('an act that names no webinar was not done during one', () => {
  expect(paidOf(cardOf([makeFact('question.asked', '10:10', { text: 'Which one?' })]))).toEqual({})
  expect(paidOf(cardOf([makeFact('poll.answered', '10:10', { poll: 'Which?' })]))).toEqual({})
  expect(paidOf(cardOf([makeFact('chat.sent', '10:10', { text: 'Hi', channel: 'webinar' })]))).toEqual({})
})

test('an act in the break of an interrupted webinar lies outside of its running time', () => {
  const halves: [string, string][] = [
    ['10:00', '10:20'],
    ['10:40', '11:00'],
  ]
  const webinars = [makeWebinar({ running: halves, live: halves })]
  expect(paidOf(cardOf([asked('10:20')], { webinars }))).toEqual({ question_asked: 15 })
  expect(paidOf(cardOf([asked('10:30')], { webinars }))).toEqual({})
})

test('a question, a poll and a chat together are worth 22, and the chat of the site is none of them', () => {
  const card = cardOf([asked('10:10'), polled('10:20'), chatted('10:30'), chattedOnSite('10:40', { webinar: 'w1' })])
  expect(paidOf(card)).toEqual({ question_asked: 15, poll_answered: 5, chat_written: 2 })
  expect(card.score).toBe(22)
})

test('the survey of a webinar is worth 5 at any time: before it, while it runs, and long after', () => {
  for (const moment of ['2026-03-01', '10:30', '11:30', '2026-08-01']) {
    const card = cardOf([surveyed(moment)], { asOf: '2026-08-01' })
    expect(paidOf(card)).toMatchObject({ survey_answered: 5 })
    expect(card.webinarPoints.w1).toBe(5)
  }
})

test('a survey that names no webinar belongs to the one it follows, within 30 days of its end', () => {
  const facts = (time: number) => [
    polled('10:10'),
    makeFact('webinar.attended', '10:20', { joinedAt: at('10:00'), leftAt: at('10:20') }, { webinar: 'w1' }),
    surveyed(time, {}),
  ]
  const last = at('11:00') + 30 * 24 * 3_600_000
  expect(paidOf(cardOf(facts(last), { asOf: last }))).toMatchObject({ survey_answered: 5 })
  expect(pointsOf(cardOf(facts(last + 1), { asOf: last + 1 }))).not.toHaveProperty('survey_answered')
})

test('an answer written to an open survey question is worth 5 more, an empty one nothing', () => {
  expect(pointsOf(cardOf([surveyed('11:05', { webinar: 'w1' }, 'We need this by May.')]))).toEqual({
    survey_answered: 5,
    open_answer: 5,
  })
  expect(pointsOf(cardOf([surveyed('11:05', { webinar: 'w1' }, '')]))).toEqual({ survey_answered: 5 })
  expect(pointsOf(cardOf([surveyed('11:05')]))).toEqual({ survey_answered: 5 })
})

test('a second survey of the same webinar pays only what the first one did not', () => {
  const card = cardOf([surveyed('11:05'), surveyed('11:10', { webinar: 'w1' }, 'One more thing')])
  expect(paidOf(card)).toEqual({ survey_answered: 5, open_answer: 5 })
  expect(linesOf(card, 'survey_answered')).toEqual(['+5 w1 2026-03-10 11:05:00', '+0 w1 2026-03-10 11:10:00'])
  expect(linesOf(card, 'open_answer')).toEqual(['+5 w1 2026-03-10 11:10:00'])
})
