import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { ranking, rankingRows } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

/**
 * A demo of an hour: Ann saw all (82), Ben half an hour and had a second look at the site (74 here, 74 in all),
 * Cleo five minutes unregistered (56), Dov and Eve registered only (12), Eve is called Ann too.
 */
function demo(): { ws: Workspace; id: string } {
  const { ws } = makeWorkspace(start + day)
  const cleo = { platform: 'zoom', email: 'cleo@lime.example' }
  take(
    ws,
    ...[scheduled(), started(), ended()],
    registered('R1', 'ann@plum.example', { firstName: 'Ann', lastName: 'Amber', company: 'Plum' }),
    registered('R2', 'ben@fig.example', { firstName: 'Бен', company: '100 % Fig_s' }),
    registered('R4', 'dov@kiwi.example', { firstName: 'Dov' }),
    registered('R5', 'eve@kiwi.example', { firstName: 'Eve', lastName: 'Ann' }),
    ...[joined('1', 0, zoom('R1')), left('1', 60), joined('2', 0, zoom('R2')), left('2', 30)],
    ...[joined('3', 10, cleo), left('3', 15, cleo)],
  )
  return { ws, id: webinars(drained(ws)).items[0]!.id }
}

type Page = ReturnType<typeof ranking>
const who = ({ items }: Pick<Page, 'items'>) =>
  items.map(({ rank, person }) => `${rank} ${person.email?.split('@')[0]}`)

test('the hottest come first, then by e-mail', () => {
  const { ws, id } = demo()
  const page = ranking(ws, id, {})
  expect(who(page)).toEqual(['1 ann', '2 ben', '3 cleo', '4 dov', '5 eve'])
  expect(page.items.map(({ webinarPoints, score }) => [webinarPoints, score])).toEqual([
    [82, 82],
    [74, 74],
    [56, 56],
    [12, 12],
    [12, 12],
  ])
  expect(page).toMatchObject({ total: 5, atLeast: 5, nextCursor: null, modelVersion: 1, asOf: momentOf(start + day) })
})

test('a filter keeps the rank in the whole order, and says how many there are at least', () => {
  const { ws, id } = demo()
  const page = (query: object) => ranking(ws, id, query)
  expect(who(page({ attended: 'no_show' }))).toEqual(['4 dov', '5 eve'])
  expect(who(page({ attended: 'false' }))).toEqual(['4 dov', '5 eve'])
  expect(who(page({ attended: 'true' }))).toEqual(['1 ann', '2 ben', '3 cleo'])
  expect(who(page({ attended: 'replay' }))).toEqual([])
  expect(who(page({ stage: 'registrant' }))).toEqual(['4 dov', '5 eve'])
  expect(who(page({ stage: 'sql' }))).toEqual(['1 ann', '2 ben'])
  expect(who(page({ temperature: 'warm' }))).toEqual(['3 cleo'])
  expect(who(page({ minScore: 56 }))).toEqual(['1 ann', '2 ben', '3 cleo'])
  expect(page({ attended: 'no_show', limit: 1 })).toMatchObject({ total: null, atLeast: 2 })
  expect(page({ attended: 'no_show' })).toMatchObject({ total: null, atLeast: 2, nextCursor: null })
})

test('how many match is how many rows all pages have together, now and as of a moment', () => {
  const { ws, id } = demo()
  const filters = [
    ...[
      {},
      { attended: 'no_show' },
      { attended: 'yes' },
      { attended: 'replay' },
      { stage: 'sql' },
      { reached: 'lead' },
    ],
    ...[{ temperature: 'warm' }, { minScore: 56 }, { minScore: 57 }, { q: 'ANN' }, { q: 'kiwi', stage: 'registrant' }],
    ...[{ q: '%' }, { q: 'nobody' }, { reached: 'sql', minScore: 80 }, { temperature: 'cold', attended: 'no' }],
  ]
  for (const filter of filters)
    for (const asOf of [undefined, momentOf(start + 40 * minute)])
      for (const sort of ['webinar', 'score']) {
        const all = [...rankingRows(ws, id, { ...filter, asOf, sort })].length
        const first = ranking(ws, id, { ...filter, asOf, sort, limit: 1 })
        expect(first.matching, JSON.stringify({ filter, asOf })).toBe(all)
        if (first.nextCursor)
          expect(ranking(ws, id, { ...filter, asOf, sort, limit: 1, cursor: first.nextCursor }).matching).toBe(all)
      }
  expect(ranking(ws, id, {})).toMatchObject({ total: 5, matching: 5 })
})

test('whom a step of the funnel counts is who is asked for by it, now and as of a moment', () => {
  const { ws, id } = demo()
  for (const asOf of [undefined, momentOf(start + 40 * minute)]) {
    for (const { stage, count } of funnel(ws, id, { asOf }).steps) {
      expect(ranking(ws, id, { reached: stage, asOf }).items, stage).toHaveLength(count)
    }
  }
  expect(who(ranking(ws, id, { reached: 'sql' }))).toEqual(['1 ann', '2 ben'])
  expect(() => ranking(ws, id, { reached: 'nurture' })).toThrow(/reached: expected registrant, lead/)
})

test('a search looks through name, address and company in any case, and takes every sign as it is', () => {
  const { ws, id } = demo()
  const found = (q: string) => who(ranking(ws, id, { q }))
  expect(found('aNN')).toEqual(['1 ann', '5 eve'])
  expect(found('KIWI.')).toEqual(['4 dov', '5 eve'])
  expect(found('бЕН')).toEqual(['2 ben'])
  expect(found('% fig_')).toEqual(['2 ben'])
  expect(found('%')).toEqual(['2 ben'])
  expect(found('_')).toEqual(['2 ben'])
  expect(found("'; --")).toEqual([])
  expect(found('x'.repeat(5_000))).toEqual([])
})

test('a cursor goes on behind the last row, with the same rank, whatever became of the rows before', () => {
  const { ws, id } = demo()
  const first = ranking(ws, id, { limit: '2' })
  expect(who(first)).toEqual(['1 ann', '2 ben'])
  take(ws, { ...visited('v', 90, { email: 'dov@kiwi.example' }), type: 'meeting.booked', data: {} })
  drained(ws)
  expect(who(ranking(ws, id, { limit: '2', cursor: first.nextCursor! }))).toEqual(['3 dov', '4 cleo'])
})

test('a cursor counts on how many have matched', () => {
  const { ws, id } = demo()
  const first = ranking(ws, id, { limit: 1, attended: 'yes' })
  const second = ranking(ws, id, { limit: 1, attended: 'yes', cursor: first.nextCursor! })
  expect([first.atLeast, second.atLeast]).toEqual([2, 3])
  expect(who(second)).toEqual(['2 ben'])
})

test('an offset skips so many rows, from the top or behind a cursor', () => {
  const { ws, id } = demo()
  expect(who(ranking(ws, id, { offset: 3 }))).toEqual(['4 dov', '5 eve'])
  expect(who(ranking(ws, id, { offset: '1', attended: 'no' }))).toEqual(['5 eve'])
  const { nextCursor } = ranking(ws, id, { limit: 1 })
  expect(who(ranking(ws, id, { offset: 2, limit: 1, cursor: nextCursor! }))).toEqual(['4 dov'])
})

test('sorted by score, points of other webinars and of no webinar count too', () => {
  const { ws, id } = demo()
  const report = { content: { id: 'r', title: 'Fruit report', kind: 'special_report' } }
  for (const name of ['one', 'two'])
    take(ws, {
      ...visited(name, -30, { email: 'cleo@lime.example' }),
      type: 'content.downloaded',
      data: { content: { ...report.content, id: name } },
    })
  drained(ws)
  expect(who(ranking(ws, id, {}))).toEqual(['1 ann', '2 ben', '3 cleo', '4 dov', '5 eve'])
  const byScore = ranking(ws, id, { sort: 'score', limit: 2 })
  expect(who(byScore)).toEqual(['1 cleo', '2 ann'])
  expect(byScore.items[0]).toMatchObject({ score: 106, webinarPoints: 56 })
  expect(who(ranking(ws, id, { sort: 'score', cursor: byScore.nextCursor! }))).toEqual(['3 ben', '4 dov', '5 eve'])
})

test('as of a moment in the past the ranking is what it would have been then', () => {
  const { ws, id } = demo()
  const then = (at: number) => ranking(ws, id, { asOf: momentOf(start + at * minute) })
  expect(then(-1).items.map(({ score }) => score)).toEqual([12, 12, 12, 12])
  expect(who(then(12))).toEqual(['1 ann', '2 ben', '3 cleo', '4 dov', '5 eve'])
  expect(then(12).items[2]).toMatchObject({
    attendance: { liveSeconds: 120, inRoom: true },
    presence: { live: [[600, 720]] },
  })
  expect(then(-3 * 1440)).toMatchObject({ items: [], total: 0 })
})

test('while a webinar runs, who is in the room has been there until now', () => {
  const { ws, clock } = makeWorkspace(start + 10 * minute)
  take(ws, scheduled(), started(), registered('R1', 'ann@plum.example'), joined('1', 0, zoom('R1')))
  const [webinar] = webinars(drained(ws)).items
  const shown = () => ranking(ws, webinar!.id, {}).items[0]
  expect(shown()).toMatchObject({ attendance: { liveSeconds: 600, share: 1 }, presence: { live: [[0, 600]] } })
  clock.now += 30_000
  expect(shown()).toMatchObject({ attendance: { liveSeconds: 630, inRoom: true }, presence: { live: [[0, 630]] } })
})

test('all rows are read page by page', () => {
  const { ws } = makeWorkspace(start + day)
  const people = Array.from({ length: 1_203 }, (_, index) => registered(`R${index}`, `person${index}@kiwi.example`))
  take(ws, scheduled(), started(), ...people, ended())
  const { id } = webinars(drained(ws)).items[0]!
  const ranks = [...rankingRows(ws, id, {})].map(({ rank }) => rank)
  expect(ranks).toEqual(Array.from({ length: 1_203 }, (_, index) => index + 1))
  expect([...rankingRows(ws, id, { q: 'person77@' })].map(({ person }) => person.email)).toEqual([
    'person77@kiwi.example',
  ])
})

test('whoever moves while a file is read is in it once, those who passed the reader at its end', () => {
  const { ws } = makeWorkspace(start + day)
  const people = Array.from({ length: 1_203 }, (_, index) => registered(`R${index}`, `person${index}@kiwi.example`))
  take(ws, scheduled(), started(), ...people, ended())
  const { id } = webinars(drained(ws)).items[0]!
  const emails = [...rankingRows(ws, id, {})].map(({ person }) => person.email)
  const rows = rankingRows(ws, id, {})
  const read = Array.from({ length: 600 }, () => rows.next().value!)
  // The last one comes up past the reader; the first one was read already and stays behind it.
  const [first, last] = [emails[0]!, emails.at(-1)!]
  const number = (email: string) => /\d+/.exec(email)![0]
  take(ws, joined('1', 0, zoom(`R${number(last)}`)), left('1', 60))
  take(ws, joined('2', 0, zoom(`R${number(first)}`)), left('2', 30))
  drained(ws)
  const all = [...read, ...rows].map(({ person }) => person.email)
  expect(all.toSorted()).toEqual(emails.toSorted())
  expect(all.at(-1)).toBe(last)
  expect(ranking(ws, id, { limit: 2 }).items.map(({ person }) => person.email)).toEqual([last, first])
  expect(ws.readers.size).toBe(0)
})

test('whoever falls back behind the reader of a file is not in it twice', () => {
  const { ws } = makeWorkspace(start + day)
  const people = Array.from({ length: 1_203 }, (_, index) => registered(`R${index}`, `person${index}@kiwi.example`))
  take(ws, scheduled(), started(), ...people, ended())
  const { id } = webinars(drained(ws)).items[0]!
  const rows = rankingRows(ws, id, {})
  const read = Array.from({ length: 600 }, () => rows.next().value!)
  const email = read[0]!.person.email!
  const complained = { type: 'email.complained', time: start + minute, person: { email }, data: { messageId: 'm1' } }
  take(ws, { id: 'mail/1', ...complained } as Statement)
  drained(ws)
  expect([...rankingRows(ws, id, {})].at(-1)!.person.email).toBe(email)
  const all = [...read, ...rows].map(({ person }) => person.email)
  expect(new Set(all).size).toBe(all.length)
})

const wrong: [string, object][] = [
  ['limit', { limit: '0' }],
  ['limit', { limit: '1001' }],
  ['limit', { limit: '1.5' }],
  ['limit', { limit: 'many' }],
  ['offset', { offset: '-1' }],
  ['sort', { sort: 'name' }],
  ['stage', { stage: 'MQL' }],
  ['temperature', { temperature: 'lukewarm' }],
  ['attended', { attended: 'maybe' }],
  ['minScore', { minScore: '1e3' }],
  ['asOf', { asOf: 'yesterday' }],
  ['asOf', { asOf: '2026-05-12' }],
  ['asOf', { asOf: '2026-13-45T00:00:00Z' }],
  ['cursor', { cursor: 'x' }],
  ['cursor', { cursor: '*' }],
  ['cursor', { cursor: 'WyJ3ZWJpbmFyIl0' }],
]

for (const [field, query] of wrong)
  test(`a ranking refuses ${JSON.stringify(query)} and names the field`, () => {
    const { ws, id } = demo()
    expect(() => ranking(ws, id, query)).toThrow(expect.objectContaining({ code: 'invalid', details: { field } }))
    expect(() => [...rankingRows(ws, id, query)]).toThrow(expect.objectContaining({ code: 'invalid' }))
  })

test('a cursor of one order is none of the other', () => {
  const { ws, id } = demo()
  const { nextCursor } = ranking(ws, id, { limit: 1 })
  expect(() => ranking(ws, id, { sort: 'score', cursor: nextCursor! })).toThrow('with the same sort')
})

test('a webinar that nobody knows is not found', () => {
  const { ws } = demo()
  expect(() => ranking(ws, 'w_unknown', {})).toThrow(expect.objectContaining({ code: 'not_found' }))
})
