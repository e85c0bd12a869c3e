import { expect, test } from 'vitest'
import type { FactData } from '../../src/domain/fact.ts'
import type { PersonName, Statement } from '../../src/domain/statement.ts'
import { atOnce } from '../../src/workspace/in-steps.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { allQuestions, type QuestionRow, questions } from '../../src/workspace/questions.ts'
import { ranking, rankingRows } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from './told.ts'

const room = { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' }
type Spoken = 'question.asked' | 'chat.sent' | 'survey.submitted' | 'poll.answered' | 'feedback.given'

/** Said `at` minutes after the start. */
function said<T extends Spoken>(type: T, at: number, data: FactData[T], person?: PersonName): Statement {
  const time = start + at * minute
  return { id: `${type}/${at}`, type, time, webinar: room, ...(person && { person }), data } as Statement
}

const asked = (at: number, text: string, person?: PersonName) =>
  said('question.asked', at, { text, answer: '' }, person)
const wrote = (at: number, text: string, person?: PersonName) =>
  said('chat.sent', at, { text, channel: 'webinar' }, person)

/** A demo of an hour with Ann, who asks what it costs, Ben, who writes in the chat, a host, and somebody unknown. */
function talk(): { ws: Workspace; id: string } {
  const { ws } = makeWorkspace(start + day)
  const host: Statement = {
    ...{ id: 'staffed', type: 'webinar.staffed', time: start, webinar: room },
    ...{ person: zoom('H'), data: { role: 'host' } },
  }
  const attributes = { 'What brings you?': 'A new contract', City: 'Price' }
  const ann = registered('R1', 'ann@plum.example', { firstName: 'Ann', company: 'Plum', attributes })
  take(
    ws,
    ...[scheduled(), started(), ended(), host],
    ann,
    { ...ann, id: 'reported', data: { status: 'approved', evidence: 'report' } },
    registered('R2', 'ben@fig.example', { firstName: 'בן' }),
    ...[joined('1', 0, zoom('R1')), left('1', 60), joined('2', 0, zoom('R2')), left('2', 30)],
    said('question.asked', 10, { text: 'What does it cost?', answer: 'Depends.' }, zoom('R1')),
    asked(12, 'Is there a recording?', zoom('R2')),
    wrote(20, 'כמה זה עולה, ויש תקופת ניסיון?', zoom('R2')),
    wrote(21, 'Pricing is on the next slide', zoom('H')),
    { ...joined('9', 5), data: { name: 'iPhone of Lia' } },
    { ...wrote(30, 'Which API?'), connection: 'roomA==/9' },
    { ...wrote(31, 'Hello from the studio'), connection: 'roomA==/8' },
    { ...host, id: 'studio', person: undefined, connection: 'roomA==/8' } as Statement,
    said(
      'survey.submitted',
      90,
      {
        answers: [
          { question: 'Topic?', answer: 'Price' },
          { question: 'Why?', answer: 'The discount', open: true },
          { question: 'What else?', answer: 'Nothing', open: true },
        ],
      },
      zoom('R1'),
    ),
    said('feedback.given', 91, { satisfied: true, comments: 'Good' }, zoom('R2')),
    said('poll.answered', 40, { poll: 'What next?', answer: 'Price' }, zoom('R1')),
  )
  return { ws, id: webinars(drained(ws)).items[0]!.id }
}

const page = (ws: Workspace, id: string, query: object = {}) => atOnce(questions(ws, id, query))
const lines = (items: readonly QuestionRow[]) =>
  items.map(({ where, text, person, buying }) =>
    [where, person?.email?.split('@')[0] ?? '-', text, ...buying.map(({ topic, word }) => `${topic}=${word}`)].join(
      ' | ',
    ),
  )

test('everybody’s own words stand in order, and what they chose from a list does not', () => {
  const { ws, id } = talk()
  const { items, total, counts, complete, nextCursor } = page(ws, id)
  expect(lines(items)).toEqual([
    'form | ann | A new contract | contract=contract',
    'question | ann | What does it cost? | price=cost',
    'question | ben | Is there a recording?',
    'chat | ben | כמה זה עולה, ויש תקופת ניסיון? | price=כמה זה עולה | trial=תקופת ניסיון',
    'chat | - | Which API? | integration=api',
    'survey | ann | The discount | price=discount',
    'survey | ann | Nothing',
    'feedback | ben | Good',
  ])
  expect(items.map(({ second }) => second)).toEqual([null, 600, 720, 1200, 1800, null, null, null])
  expect(items[1]).toMatchObject({ answer: 'Depends.', person: { company: 'Plum' }, staff: false })
  expect(items[2]).toMatchObject({ answer: null })
  expect(items[4]).toMatchObject({ person: null, shownName: 'iPhone of Lia', staff: false })
  expect(items[5]).toMatchObject({ asked: 'Why?' })
  expect({ total, complete, nextCursor }).toEqual({ total: 8, complete: true, nextCursor: null })
  expect(counts).toMatchObject({ all: 8, buying: 5, staff: 2 })
  expect(counts.topics.filter(({ count }) => count > 0)).toEqual([
    { topic: 'price', count: 3 },
    { topic: 'contract', count: 1 },
    { topic: 'trial', count: 1 },
    { topic: 'integration', count: 1 },
  ])
  expect(counts.where).toContainEqual({ where: 'chat', count: 2 })
})

test('it is narrowed down by topic, by place, by a part of the text or the name, and staff can be let in', () => {
  const { ws, id } = talk()
  const texts = (query: object) => page(ws, id, query).items.map(({ text }) => text)
  expect(texts({ topic: 'trial' })).toEqual(['כמה זה עולה, ויש תקופת ניסיון?'])
  expect(texts({ buying: 'true', where: 'survey' })).toEqual(['The discount'])
  expect(texts({ q: 'RECORD' })).toEqual(['Is there a recording?'])
  expect(texts({ q: 'depends' })).toEqual(['What does it cost?'])
  expect(texts({ q: 'בן', where: 'chat' })).toHaveLength(1)
  expect(page(ws, id, { staff: 'true', where: 'chat' })).toMatchObject({
    items: [
      ...[{ staff: false }, { text: 'Pricing is on the next slide', staff: true }, { staff: false }],
      { text: 'Hello from the studio', staff: true, person: null },
    ],
    counts: { all: 10, staff: 2 },
  })
})

test('by score who has most comes first, and pages go on where the one before ended, in every order', () => {
  const { ws, id } = talk()
  expect(page(ws, id, { sort: 'score' }).items.map(({ person }) => person?.email?.split('@')[0])).toEqual([
    ...['ann', 'ann', 'ann', 'ann', 'ben', 'ben', 'ben', undefined],
  ])
  for (const sort of ['time', 'newest', 'score']) {
    const whole = atOnce(allQuestions(ws, id, { sort }))
    const paged: QuestionRow[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const next = page(ws, id, { sort, limit: 3, ...(cursor && { cursor }) })
      paged.push(...next.items)
      cursor = next.nextCursor
    }
    expect(paged).toEqual(whole)
  }
  expect(lines(page(ws, id, { sort: 'newest' }).items)).toEqual(lines(page(ws, id).items).reverse())
})

test.each([
  ['topic', { topic: 'weather' }],
  ['where', { where: 'kitchen' }],
  ['buying', { buying: 'perhaps' }],
  ['staff', { staff: '1' }],
  ['sort', { sort: 'name' }],
  ['limit', { limit: '0' }],
  ['cursor', { cursor: 'x' }],
])('a wrong %s is refused by its name', (field, query) => {
  const { ws, id } = talk()
  expect(() => page(ws, id, query)).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) }))
})

test('in the ranking a person has the topics they spoke of, and who spoke of one can be asked for', () => {
  const { ws, id } = talk()
  const rows = (query: object) => ranking(ws, id, query).items.map(({ person, buying }) => [person.email, ...buying])
  expect(rows({})).toEqual([
    ['ann@plum.example', 'price', 'contract'],
    ['ben@fig.example', 'price', 'trial'],
  ])
  expect(ranking(ws, id, {}).items[0]!.marks).toEqual([
    { kind: 'question', at: 600, buying: ['price'] },
    { kind: 'poll', at: 2400 },
  ])
  for (const moment of [{}, { asOf: new Date(start + day).toISOString() }])
    for (const sort of ['webinar', 'score']) {
      const asks = (query: object) => rows({ ...moment, sort, ...query }).map(([email]) => email)
      expect(asks({ buying: 'true' })).toEqual(['ann@plum.example', 'ben@fig.example'])
      expect(asks({ buying: 'trial' })).toEqual(['ben@fig.example'])
      expect(asks({ buying: 'contract', q: 'plum' })).toEqual(['ann@plum.example'])
      expect(asks({ buying: 'security' })).toEqual([])
      expect(asks({ buying: 'price', limit: 1, offset: 1 })).toEqual(['ben@fig.example'])
      expect(ranking(ws, id, { ...moment, buying: 'trial' })).toMatchObject({ matching: 1, items: [{ rank: 2 }] })
    }
  expect([...rankingRows(ws, id, { buying: 'trial' })].map(({ buying }) => buying)).toEqual([['price', 'trial']])
  expect(() => ranking(ws, id, { buying: 'weather' })).toThrow('buying: expected true, price, contract')
})

test('a person has their own words in the timeline, each with what of it is about buying', () => {
  const { ws } = talk()
  const { timeline, webinars } = explainPerson(ws, 'ann@plum.example')
  const spoken = timeline.filter(({ said }) => said.length > 0)
  expect(spoken.map(({ type, buying }) => [type, buying])).toEqual([
    ['survey.submitted', [{ topic: 'price', word: 'discount' }]],
    ['question.asked', [{ topic: 'price', word: 'cost' }]],
    ['person.registered', [{ topic: 'contract', word: 'contract' }]],
    ['person.registered', [{ topic: 'contract', word: 'contract' }]],
  ])
  expect(spoken[1]!.said).toEqual([
    {
      ...{ where: 'question', asked: null, text: 'What does it cost?', answer: 'Depends.' },
      buying: [{ topic: 'price', word: 'cost', at: 13, length: 4 }],
    },
  ])
  expect(webinars[0]).toMatchObject({ buying: ['price', 'contract'] })
})

test('other words in a new version are other topics, and without words there are none', () => {
  const { ws, id } = talk()
  const { model } = currentModel(ws)
  const slides = { id: 'slides', words: { en: ['record*'], he: [], ru: [] } }
  publishModel(ws, { ...model, buyingWords: [slides, ...model.buyingWords] })
  drained(ws)
  expect(ranking(ws, id, {}).items.map(({ buying }) => buying)).toEqual([
    ['price', 'contract'],
    ['slides', 'price', 'trial'],
  ])
  expect(ranking(ws, id, { model: 1 }).items[1]).toMatchObject({ buying: ['price', 'trial'] })
  publishModel(ws, { ...model, buyingWords: [] })
  drained(ws)
  expect(ranking(ws, id, {}).items.map(({ buying }) => buying)).toEqual([[], []])
  expect(page(ws, id)).toMatchObject({ total: 8, counts: { buying: 0, topics: [] } })
  expect(() => page(ws, id, { topic: 'price' })).toThrow('the model has no topics of buying')
  expect(ranking(ws, id, { buying: 'true' }).items).toEqual([])
})
