import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { explain } from '../../../src/domain/messages.ts'
import { asked, cardOf, chatted, makeFact, makeModel, modelOf, polled, registered, stayed } from '../../make.ts'

type OwnRule = { id: string; kind: string } & Record<string, unknown>

const question = { id: 'buys', kind: 'did', act: 'question', place: 'during' }
const form = { id: 'buys', kind: 'registered' }
const ask = (text: string, time = '10:10') => asked(time, 'w1', text)

const cardWith = (rule: OwnRule, facts: Fact[]) => cardOf(facts, { model: modelOf([rule]) })
const sentences = (rule: OwnRule, facts: Fact[]) =>
  cardWith(rule, facts).ledger.map((line) => `${line.points} ${explain(line)}`)

test('a rule may pay for questions about buying alone, or about some topics of it, and says by which words', () => {
  const facts = [ask('Hello'), ask('Is there a free trial? And pricing…', '10:20'), ask('Our budget?', '10:30')]
  expect(sentences({ ...question, buying: true }, facts)).toEqual([
    '10 buys: “free trial, pricing”',
    '0 buys: again, 1 more, paid once a webinar',
  ])
  expect(sentences({ ...question, buying: ['price'] }, facts)[0]).toBe('10 buys: “pricing”')
  expect(sentences({ ...question, buying: ['contract'] }, facts)).toEqual([])
  expect(sentences({ ...question, buying: ['gone'] }, facts)).toEqual([])
})

test('who asked before about something else is paid for the question about buying', () => {
  const [line] = cardWith({ ...question, buying: true }, [ask('Hello'), ask('Мы платим за договор', '10:20')]).ledger
  expect(line).toMatchObject({ points: 10, params: { words: 'договор' } })
})

test('of chat what was written counts, of surveys and polls only what was no choice', () => {
  const chat = { ...question, act: 'webinar_chat', buying: ['price'] }
  expect(cardWith(chat, [chatted('10:10', 'w1', 'כמה עולה?')]).score).toBe(10)
  const survey = { ...question, act: 'survey', place: 'any', buying: true }
  const answered = (open: boolean) =>
    makeFact('survey.submitted', '2026-03-10 12:00', { answers: [{ answer: 'The price', open }] }, { webinar: 'w1' })
  expect(cardWith(survey, [answered(true)]).score).toBe(10)
  expect(cardWith(survey, [answered(false)]).score).toBe(0)
  const poll = { ...question, act: 'poll', buying: true }
  const chosen = makeFact('poll.answered', '10:10', { poll: 'What matters?', answer: 'Price' }, { webinar: 'w1' })
  expect(cardWith(poll, [chosen]).score).toBe(0)
  const typed = { ...chosen, data: { ...chosen.data, open: true } } as Fact
  expect(cardWith(poll, [typed]).score).toBe(10)
})

test('in the form the comment and the answers to own questions count, and no list of Zoom’s', () => {
  const rule = { ...form, buying: ['price', 'decision'] }
  const filled = (attributes: Record<string, string>) =>
    registered('2026-03-03 09:00', { profile: { email: 'dana@acme.example', attributes } })
  expect(sentences(rule, [registered('2026-03-03 09:00', { question: 'Which discount?' })])).toEqual([
    '10 buys: “discount”',
  ])
  expect(sentences(rule, [filled({ 'What do you hope for?': 'A good price' })])).toEqual(['10 buys: “price”'])
  expect(sentences(rule, [filled({ 'Role in Purchase Process': 'Decision Maker', Price: 'none' })])).toEqual([])
  expect(sentences({ ...rule, withQuestion: true }, [filled({ Why: 'The price' })])).toEqual([])
})

test('a registration that was cancelled lifts what its question earned', () => {
  const lifted = [registered('2026-03-03 09:00', { question: 'The price?' })]
  lifted.push(makeFact('person.registration_cancelled', '2026-03-04', {}, { webinar: 'w1' }))
  expect(cardWith({ ...form, buying: true }, lifted).ledger).toMatchObject([
    { points: 0, reason: 'registration_cancelled' },
  ])
})

test('a standing names the topics that somebody spoke of, and its marks those of each question', () => {
  const facts = [
    registered('2026-03-03 09:00', { question: 'Is there an API?' }),
    stayed('10:00', '11:00'),
    ask('What does it cost?', '10:10'),
    ask('Thank you', '10:20'),
    chatted('10:30', 'w1', 'and who signs the contract, at what price'),
    polled('10:40'),
    ask('GDPR?', '11:30'),
  ]
  expect(cardOf(facts).standings[0]).toMatchObject({
    buying: ['price', 'contract', 'integration', 'security'],
    marks: [
      { kind: 'question', at: 600, buying: ['price'] },
      { kind: 'question', at: 1200 },
      { kind: 'chat', at: 1800, buying: ['price', 'contract'] },
      { kind: 'poll', at: 2400 },
    ],
  })
  expect(cardOf(facts).standings[0]!.marks[1]).toEqual({ kind: 'question', at: 1200 })
})

test('the templates pay nothing more for it, and a model without words finds none', () => {
  const facts = (text: string) => [registered(), stayed('10:00', '11:00'), ask(text)]
  for (const name of ['webinar', 'b2b-it', 'online-behaviour'] as const) {
    const scoreOf = (text: string) => cardOf(facts(text), { model: makeModel({}, name) }).score
    expect(scoreOf('The price?')).toBe(scoreOf('Hello'))
  }
  const { buying, marks } = cardOf(facts('The price?'), { model: modelOf([question], { buyingWords: [] }) })
    .standings[0]!
  expect([buying, marks]).toEqual([[], [{ kind: 'question', at: 600 }]])
})
