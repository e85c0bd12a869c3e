import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import type { Db } from '../../src/store/db.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { backlog } from '../../src/workspace/drain.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { showWorkspace } from '../../src/workspace/show-workspace.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained } from '../workspaces.ts'
import { day, start, take, visited } from './told.ts'

const [dana, noa] = ['dana@kiwi.example', 'noa@fig.example']

/** A workspace, and again the same one as after a restart. */
function open(db: Db, now = start + day): { ws: Workspace; faults: string[] } {
  const faults: string[] = []
  const ws = openWorkspace(db, {
    id: 'acme0000',
    now: () => now,
    secret: new Uint8Array(32),
    migrations: readMigrations('workspace'),
    report: (event, error) => faults.push(`${event}: ${(error as Error).name}`),
  })
  return { ws, faults }
}

/** Two people, of whom the one cannot be scored because a fact of hers has become unreadable. */
function broken(data = '{"pages"') {
  const db = openSqlite(':memory:')
  const { ws, faults } = open(db)
  createWorkspace(ws, { slug: 'acme' })
  take(ws, visited('v', 90, { email: dana }), visited('w', 95, { email: noa }))
  drained(ws)
  const mend = db.prepare('UPDATE fact SET data = ? WHERE time = ?')
  const good = '{"pages":["/"],"seconds":200,"visitId":"v"}'
  mend.run(data, start + 90 * 60_000)
  return { db, ws, faults, mend: () => mend.run(good, start + 90 * 60_000) }
}

const people = (ws: Workspace) => findPeople(ws, {}).items.map(({ email }) => email)

test.each(['{"pages"', 'null'])(
  'somebody who cannot be scored (%s) holds up nobody else, and the workspace says so',
  (data) => {
    const { ws, faults } = broken(data)
    take(ws, visited('v2', 100, { email: dana }), visited('w2', 100, { email: noa }, 300))
    expect(backlog(drained(ws))).toBe(0)
    expect(findPeople(ws, { email: noa }).items[0]).toMatchObject({ email: noa })
    const { unscored } = showWorkspace(ws)
    expect(unscored).toMatchObject([
      { person: findPeople(ws, { email: dana }).items[0]!.id, since: expect.any(String) },
    ])
    expect(unscored[0]!.reason).toMatch(data === 'null' ? /^TypeError: / : /^SyntaxError: /)
    expect(faults).toEqual([`person cannot be scored: ${data === 'null' ? 'TypeError' : 'SyntaxError'}`])
  },
)

test('who cannot be scored keeps the card there was, and the clock does not ask for it again', () => {
  const { ws, faults } = broken()
  const before = people(ws)
  rescore(ws)
  expect(people(ws)).toEqual(before)
  expect(backlog(ws)).toBe(0)
  drained(ws)
  expect(faults).toHaveLength(1)
})

test('something new about the person is another try', () => {
  const { ws, mend } = broken()
  rescore(ws)
  mend()
  expect(showWorkspace(drained(ws)).unscored).toHaveLength(1)
  take(ws, visited('v2', 100, { email: dana }))
  expect(showWorkspace(drained(ws)).unscored).toEqual([])
})

test('a new version of the model is another try, and its predecessor is forgotten with its faults', () => {
  const { ws, db, mend } = broken()
  rescore(ws)
  mend()
  publishModel(ws, currentModel(ws).model)
  expect(showWorkspace(drained(ws)).unscored).toEqual([])
  expect(people(ws)).toHaveLength(2)
  expect(db.prepare('SELECT * FROM unscored').all()).toEqual([])
})

test('a restart, as with another release of the program, is another try', () => {
  const { ws, db, mend } = broken()
  rescore(ws)
  mend()
  const { ws: restarted, faults } = open(db)
  expect(showWorkspace(drained(restarted)).unscored).toEqual([])
  expect(faults).toEqual([])
})
