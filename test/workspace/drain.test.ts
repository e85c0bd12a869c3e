import { expect, onTestFinished, test, vi } from 'vitest'
import { closeScope, type DueScope, firstScope } from '../../src/store/due.ts'
import { mentionsAfter } from '../../src/store/webinar-names.ts'
import { describeWebinar } from '../../src/workspace/describe-webinar.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { currentVersion } from '../../src/workspace/live-models.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { rescore, rescored, startRescore } from '../../src/workspace/rescore.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const dana = 'dana@kiwi.example'

test('what is new is in the backlog until it is scored', () => {
  const { ws } = makeWorkspace(start + day)
  expect(backlog(drained(ws))).toBe(0)
  take(ws, visited('v', 90, { email: dana }), visited('w', 90, { email: 'noa@fig.example' }))
  expect(backlog(ws)).toBe(2)
  expect(findPeople(ws, {}).items).toEqual([])
  expect(drain(ws, 1_000)).toEqual({ remaining: 0 })
  expect(backlog(ws)).toBe(0)
  expect(findPeople(ws, {}).items).toHaveLength(2)
})

test('what is known already makes nobody due', () => {
  const { ws } = makeWorkspace(start + day)
  const all = [scheduled(), started(), registered('R1', dana), joined('1', 0, zoom('R1')), left('1', 30), ended()]
  take(ws, ...all)
  drained(ws)
  take(ws, ...all)
  expect(backlog(ws)).toBe(0)
})

test('a webinar that ends makes everybody due who was named with it, and nobody else', () => {
  const { ws } = makeWorkspace(start + 2 * day)
  take(
    ws,
    scheduled(),
    started(),
    registered('R1', dana),
    joined('1', 0),
    visited('v', 90, { email: 'noa@fig.example' }),
  )
  drained(ws)
  const named = () =>
    ws.db.prepare<{ who: string }>('SELECT k.text AS who FROM due d JOIN person_key k ON k.number = d.person').all()
  take(ws, ended(50))
  expect(named()).toEqual([])
  expect(backlog(ws)).toBe(1)
  expect(drained(ws) && webinars(ws).items[0]).toMatchObject({ registrants: 1, noShows: 1 })
})

test('a webinar that begins is nothing to those who only registered: whoever is in the room already is scored', () => {
  const { ws } = makeWorkspace(start + minute)
  take(ws, scheduled(), registered('R1', dana), registered('R2', 'noa@fig.example'), joined('1', -2, zoom('R1')))
  drained(ws)
  take(ws, { ...started(), time: start - 8 * minute })
  const version = currentVersion(ws)
  const scopes = ws.db.prepare<DueScope>('SELECT kind, which, cursor FROM due_scope').all()
  expect(scopes.map(({ kind }) => kind)).toEqual(['room', 'room'])
  const due = scopes.flatMap((scope) => mentionsAfter(ws.db, version, scope, 0, 10))
  expect(due.filter(({ person }) => person !== null)).toHaveLength(1)
  expect(due).toHaveLength(3)
  const { id } = webinars(drained(ws)).items[0]!
  const ranked = ranking(ws, id, {})
  rescore(ws)
  expect(ranking(ws, id, {})).toEqual(ranked)
})

test('who is named with two webinar names that are both due is scored for one of them', () => {
  const { ws } = makeWorkspace(start + 2 * day)
  take(
    ws,
    scheduled(),
    started(),
    registered('R1', dana),
    joined('1', 0, zoom('R1')),
    registered('R2', 'noa@fig.example'),
  )
  drained(ws)
  take(ws, ended(50))
  const scored: (number | null)[][] = []
  const version = currentVersion(ws)
  for (let scope = firstScope(ws.db, version); scope; scope = firstScope(ws.db, version)) {
    scored.push(mentionsAfter(ws.db, version, scope, 0, 10).map(({ person }) => person))
    closeScope(ws.db, version, scope)
  }
  expect(scored).toEqual([[null], [expect.any(Number), expect.any(Number)]])
})

test('who was scored by name while a webinar was due is scored again when the webinar changes once more', () => {
  const { ws } = makeWorkspace(start + 2 * day)
  take(ws, scheduled(), started(), registered('R1', dana), joined('1', 0, zoom('R1')))
  drained(ws)
  take(ws, ended(50), visited('v', 90, { email: dana }))
  expect(drain(ws, 0)).toEqual({ remaining: 2 })
  take(ws, ended(55))
  const { id } = webinars(drained(ws)).items[0]!
  const ranked = ranking(ws, id, {})
  expect(ranked.items[0]!.attendance.liveSeconds).toBe(55 * 60)
  rescore(ws)
  expect(ranking(ws, id, {})).toEqual(ranked)
})

test('a word about a webinar that changes nothing about it makes nobody due', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), registered('R1', dana), ended())
  drained(ws)
  take(ws, { ...scheduled(), id: 'said again', type: 'webinar.mentioned' })
  expect(backlog(ws)).toBe(0)
})

test('a small budget leaves the rest for later, and in the end all is the same', () => {
  const { ws } = makeWorkspace(start + day)
  const people = Array.from({ length: 700 }, (_, index) =>
    visited(`v${index}`, 90, { email: `person${index}@kiwi.example` }),
  )
  take(ws, ...people)
  let rounds = 0
  for (let remaining = 1; remaining > 0; rounds++) remaining = drain(ws, 0).remaining
  expect(rounds).toBeGreaterThan(3)
  expect(backlog(ws)).toBe(0)
  expect(findPeople(ws, { limit: 500 }).nextCursor).not.toBeNull()
})

test('the mere passing of time makes a person due', () => {
  const { ws, clock } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), joined('1', 0, { platform: 'zoom', email: dana }), left('1', 30), ended())
  const velocity = () => findPeople(drained(ws), { email: dana }).items[0]!.velocity
  expect(velocity()).toBe(62)
  clock.now = start + 7 * day
  expect(backlog(ws)).toBe(0)
  clock.now = start + 8 * day
  expect(backlog(ws)).toBe(1)
  expect(velocity()).toBe(0)
  expect(backlog(ws)).toBe(0)
})

test('somebody who did not come is a no-show from the scheduled end on, without any further word', () => {
  const { ws, clock } = makeWorkspace(start - day / 2)
  take(ws, scheduled('educational'), registered('R1', dana))
  const noShows = () => webinars(drained(ws)).items[0]!.noShows
  for (const [after, expected] of [
    [-1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    clock.now = start + 60 * minute + after
    expect(noShows()).toBe(expected)
  }
})

test('a fact of the future begins to count when its time has come', () => {
  const { ws, clock } = makeWorkspace(start - 2 * day)
  take(ws, scheduled(), registered('R1', dana))
  expect(webinars(drained(ws)).items[0]).toMatchObject({ registrants: 0 })
  clock.now = start - day
  expect(webinars(drained(ws)).items[0]).toMatchObject({ registrants: 1 })
})

test('a webinar that turns out to be a demo changes the points of all who were there', async () => {
  const { ws } = makeWorkspace(start + day)
  take(
    ws,
    scheduled('educational'),
    started(),
    registered('R1', dana),
    joined('1', 0, zoom('R1')),
    left('1', 30),
    ended(),
  )
  const id = webinars(drained(ws)).items[0]!.id
  const points = () => ranking(drained(ws), id, {}).items[0]!.webinarPoints
  expect(points()).toBe(12)
  await describeWebinar(ws, id, { kind: 'demo' })
  expect(points()).toBe(12 + 12 + 50)
})

test('a rescore writes nothing that was right already', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), registered('R1', dana), joined('1', 0, zoom('R1')), left('1', 30), ended())
  drained(ws)
  const written = () => ws.db.prepare<{ rows: number }>('SELECT total_changes() AS rows').get()!.rows
  startRescore(ws)
  const before = written()
  drained(ws)
  // Only the scope is moved and closed.
  expect(written() - before).toBeLessThanOrEqual(2)
})

test('whoever watches a webinar hears of what was written in its ranking, and of nothing else', () => {
  const { ws } = makeWorkspace(start + day)
  const other = { platform: 'zoom', platformId: '81000000000', slot: '' }
  take(ws, scheduled(), started(), registered('R1', dana), { ...registered('R2', 'noa@fig.example'), webinar: other })
  drained(ws)
  const numbers = ws.db.prepare<{ number: number }>('SELECT number FROM webinar ORDER BY number').all()
  const versions = () => numbers.map(({ number }) => ws.revisions.of(number))
  const [first, second] = versions()
  startRescore(ws)
  drained(ws)
  expect(versions()).toEqual([first, second])
  take(ws, joined('1', 0, zoom('R1')))
  drained(ws)
  expect(versions()).toEqual([expect.toSatisfy((version) => version > first!), second])
})

test('a rescore says how many people there are and reports how much is left', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, visited('v', 90, { email: dana }), visited('w', 90, { email: 'noa@fig.example' }))
  const seen: number[] = []
  expect(rescore(ws, (remaining) => seen.push(remaining))).toEqual({ people: 2 })
  expect(seen.at(-1)).toBe(0)
})

test('how far a rescore is can be told, and that it is done, while somebody new is due all the time', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, ...Array.from({ length: 500 }, (_, i) => visited(`v${i}`, 90, { email: `p${i}@kiwi.example` })))
  drained(ws)
  expect(rescored(ws)).toBeNull()
  startRescore(ws)
  const told = [rescored(ws)]
  for (let i = 0; told.at(-1) !== null; i++) {
    take(ws, visited(`w${i}`, 90, { email: `q${i}@kiwi.example` }))
    expect(backlog(ws)).toBeGreaterThan(0)
    for (let times = 0; times < 2; times++) drain(ws, 0)
    told.push(rescored(ws))
  }
  const shares = told.slice(0, -1) as number[]
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect([shares[0], shares.at(-1)! < 1]).toEqual([0, true])
})

test('people are scored a few at once where that takes long, as after a start, and many where it does not', () => {
  const { ws } = makeWorkspace(start + day)
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
  onTestFinished(() => clock.mockRestore())
  const visits = (from: string) =>
    Array.from({ length: 200 }, (_, at) => visited(`${from}${at}`, 90, { email: `${from}${at}@kiwi.example` }))
  take(ws, ...visits('slow'))
  expect(ws.handfuls.people.size).toBe(8)
  drained(ws)
  expect(ws.handfuls.people.size).toBe(1)
  clock.mockReturnValue(now)
  take(ws, ...visits('fast'))
  drained(ws)
  expect(ws.handfuls.people.size).toBe(96)
  expect(backlog(ws)).toBe(0)
})
