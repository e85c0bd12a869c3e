import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import { type CallList, callsInSteps } from '../../src/workspace/calls.ts'
import { atOnce } from '../../src/workspace/in-steps.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const mail = (index: number) => `person${String(index).padStart(4, '0')}@kiwi.example`
const soon = start + 2 * 60 * minute

/** A demo to which so many people came for half an hour, or for so many minutes: 74 points each. */
function crowd(people: number, more: Statement[] = [], minutes = (_: number) => 30): Workspace {
  const { ws } = makeWorkspace(soon, { staffDomains: ['acme.example'] })
  const came = Array.from({ length: people }, (_, index) => [
    registered(`R${index}`, mail(index)),
    joined(`${index}`, 0, zoom(`R${index}`)),
    left(`${index}`, minutes(index)),
  ])
  take(ws, scheduled(), started(), ...came.flat(), ended(), ...more)
  return drained(ws)
}

const ofOnly = (ws: Workspace, query: { perDay?: string; asOf?: string } = {}) =>
  atOnce(callsInSteps(ws, webinars(ws).items[0]!.id, query))

function said(type: Statement['type'], index: number, data: object = {}): Statement {
  return { ...visited(`${type}/${index}`, 90, { email: mail(index) }), type, data } as Statement
}

function names({ today, queue }: CallList): (string | null)[][] {
  return [today, ...queue.map(({ rows }) => rows)].map((rows) => rows.map(({ person }) => person.email))
}

test('called are leads at MQL and SQL; not who only registered, whom sales have, who bought or was sent back, nor staff', () => {
  const boss = [registered('B', 'boss@acme.example'), joined('B', 0, zoom('B')), left('B', 30)]
  const told = [said('lead.accepted', 1), said('deal.won', 2), said('lead.returned', 3), said('meeting.booked', 4)]
  const ws = crowd(6, [registered('only', 'only@fig.example'), ...boss, ...told])
  const list = ofOnly(ws, { perDay: '2' })
  expect(list).toMatchObject({ perDay: 2, total: 3, rest: { people: 0, until: null }, modelVersion: 1 })
  expect(list.today.map(({ stage }) => stage)).toEqual(['sql', 'sql'])
  expect(names(list)).toEqual([[mail(4), mail(0)], [mail(5)]])
  // A Tuesday in Jerusalem.
  expect([list.day, list.queue[0]!.day]).toEqual(['2026-05-12', '2026-05-13'])
  expect(list.cut).toEqual({ webinarPoints: 74, score: 74 })
  expect(list.ties).toMatchObject({ count: 2, called: 1 })
  expect(list.ties.explained).toBe(
    'At the cut 2 people stand equal, with 74 webinar points and a score of 74: 1 of them are called first, the others wait. Their order: the e-mail address, by the alphabet.',
  )
})

test('left out, so many as the model says; where neither says it, a refusal in words', () => {
  const ws = crowd(3)
  expect(() => ofOnly(ws)).toThrow('How many people can sales call a day?')
  expect(() => ofOnly(ws, { perDay: '0' })).toThrow('perDay: expected a number from 1 to 1000')
  expect(() => atOnce(callsInSteps(ws, 'w_none', { perDay: '1' }))).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  )
  publishModel(ws, { ...currentModel(ws).model, callsPerDay: 2 })
  expect(names(ofOnly(drained(ws)))).toEqual([[mail(0), mail(1)], [mail(2)]])
})

test('as of a moment in the past, who was to be called then', () => {
  const ws = crowd(5, [said('lead.accepted', 0)])
  const before = new Date(start + 70 * minute).toISOString()
  expect(names(ofOnly(ws, { perDay: '9' }))).toEqual([[1, 2, 3, 4].map(mail)])
  expect(names(ofOnly(ws, { perDay: '9', asOf: before }))).toEqual([[0, 1, 2, 3, 4].map(mail)])
})

test('a webinar with nobody to call says so', () => {
  const list = ofOnly(crowd(0, [registered('only', 'only@fig.example')]), { perDay: '5' })
  expect(list).toMatchObject({ today: [], queue: [], cut: null, total: 0, rest: { people: 0, until: null } })
  expect(list.ties).toMatchObject({ count: 0, explained: null })
})

test('all who qualify come once, in order, in ten days of queue and a rest that is counted', () => {
  const ws = crowd(40, [], (index) => 12 + index / 2)
  const list = ofOnly(ws, { perDay: '3' })
  expect(names(list).map(({ length }) => length)).toEqual(Array.from({ length: 11 }, () => 3))
  expect(list).toMatchObject({ total: 40, rest: { people: 7, until: '2026-05-31' } })
  const all = ofOnly(ws, { perDay: '4' })
  const ranked = ranking(ws, webinars(ws).items[0]!.id, { limit: 100 }).items
  expect([...names(all).flat()].sort()).toEqual(ranked.map(({ person }) => person.email).sort())
  // All stand equal and left at other moments: the last one is called first.
  expect(names(all)[0]).toEqual([39, 38, 37, 36].map(mail))
  expect(all.ties).toMatchObject({ count: 40, called: 4, explained: expect.stringContaining('active in this webinar') })
})

/** How many rows of rankings are read meanwhile. */
function rowsRead(ws: Workspace, run: () => void): number {
  let read = 0
  const { prepare } = ws.db
  ws.db.prepare = ((sql: string) => {
    const statement = prepare.call(ws.db, sql)
    if (!sql.includes('s.detail')) return statement
    const all = (...values: never[]) => {
      const rows = statement.all(...values)
      read += rows.length
      return rows
    }
    return { ...statement, all }
  }) as typeof prepare
  run()
  ws.db.prepare = prepare
  return read
}

test('where very many stand equal, not all are read: these stay in the order of the ranking, and it says so', () => {
  const ws = crowd(3200, [visited('v', 70, { email: mail(3100) }, 160)])
  const read = rowsRead(ws, () => {
    const list = ofOnly(ws, { perDay: '15' })
    expect(names(list)[0]).toEqual([mail(3100), ...Array.from({ length: 14 }, (_, index) => mail(index))])
    expect(list).toMatchObject({ total: 3200, ties: { count: 3199, called: 14 } })
    expect(list.ties.explained).toContain('too many to compare')
  })
  expect(read).toBeGreaterThan(100)
  expect(read).toBeLessThan(3200)
})

test('at a webinar of many whose points differ only the first are read', () => {
  const acts = Array.from({ length: 50 }, (_, index) => said('meeting.booked', index))
  const ws = crowd(1000, acts)
  const read = rowsRead(ws, () => expect(ofOnly(ws, { perDay: '2' })).toMatchObject({ total: 1000 }))
  expect([read > 22, read < 100]).toEqual([true, true])
})

test('on a Saturday in Jerusalem the first calls are those of Sunday', () => {
  const ws = crowd(2)
  const saturday = new Date(start + 4 * day).toISOString()
  const { day: first, queue } = ofOnly(ws, { perDay: '1', asOf: saturday })
  expect([first, queue[0]!.day]).toEqual(['2026-05-17', '2026-05-18'])
})
