import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { signatureOf, signed, zoomRun } from '../zoom-run.ts'
import { day, ended, joined, left, scheduled, start, started, take } from './told.ts'

const folder = mkdtempSync(join(tmpdir(), 'ripen-commit-'))
afterAll(() => rmSync(folder, { recursive: true }))

function onDisk(name: string): { ws: Workspace; key: string } {
  const options = { id: 'acme0000', now: () => start + day, secret: new Uint8Array(32), soon: setImmediate }
  const ws = openWorkspace(openSqlite(join(folder, name)), { ...options, migrations: readMigrations('workspace') })
  createWorkspace(ws, { slug: 'acme' })
  return { ws, key: addSource(ws, { platform: 'zoom', secret: SECRET }).path.split('/').at(-1)! }
}

function post(ws: Workspace, key: string, body: string) {
  return receiveZoom(ws, key, signatureOf(signed(body, SECRET)), new TextEncoder().encode(body))
}

function allowPages(ws: Workspace, more: number): void {
  const { page_count } = ws.db.prepare<{ page_count: number }>('PRAGMA page_count').get()!
  ws.db.exec(`PRAGMA max_page_count = ${page_count + more}`)
}

const visit = (id: string) => ({
  ...{ specversion: '1.0', id, source: 'https://shop.example', type: 'visit.ended', time: '2026-05-12T15:00:00Z' },
  data: { person: { email: `${id}@kiwi.example` }, seconds: 60, visitId: id },
})

test('jobs of one turn share one transaction, and a bad one sinks no other', async () => {
  const { ws } = makeWorkspace(start)
  const insert = (name: string) => ws.db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(name, '1')
  let inside = 0
  const results = await Promise.allSettled([
    ws.commit(() => insert('first')),
    ws.commit(() => {
      insert('second')
      throw new Error('bad job')
    }),
    ws.commit(() => ++inside),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const names = ws.db.prepare<{ name: string }>("SELECT name FROM setting WHERE value = '1'").all()
  expect(names).toEqual([{ name: 'first' }])
})

test('nothing is answered before the commit', async () => {
  const { ws } = makeWorkspace(start)
  const seen: string[] = []
  const jobs = [1, 2, 3].map((job) => ws.commit(() => seen.push(`job ${job}`)).then(() => seen.push(`answer ${job}`)))
  await Promise.all(jobs)
  expect(seen).toEqual(['job 1', 'job 2', 'job 3', 'answer 1', 'answer 2', 'answer 3'])
})

test('more jobs than one transaction takes are all done', async () => {
  const { ws } = makeWorkspace(start)
  const jobs = Array.from({ length: 1_234 }, (_, job) => ws.commit(() => job))
  expect(await Promise.all(jobs)).toEqual(Array.from({ length: 1_234 }, (_, job) => job))
})

test('on a full disk nobody is acknowledged, and afterwards everything is taken', async () => {
  const { ws, key } = onDisk('full.db')
  const run = zoomRun(60)
  allowPages(ws, 3)
  const statuses = (await Promise.all(run.map(({ body }) => post(ws, key, body)))).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([503]))
  expect(ws.db.prepare('SELECT count(*) AS rows FROM delivery').get()).toEqual({ rows: 0 })
  expect(ws.db.prepare('SELECT count(*) AS rows FROM fact').get()).toEqual({ rows: 0 })
  await expect(receiveActivities(ws, visit('dana'))).resolves.toMatchObject({ accepted: 1 })
  allowPages(ws, 1_000_000)
  const again = (await Promise.all(run.map(({ body }) => post(ws, key, body)))).map(({ status }) => status)
  expect(new Set(again)).toEqual(new Set([204]))
  expect(findPeople(drained(ws), { limit: 500 }).items.length).toBeGreaterThan(60)
})

test('a disk that is full for a single delivery refuses it as unavailable', async () => {
  const { ws } = onDisk('small.db')
  allowPages(ws, 0)
  const many = Array.from({ length: 400 }, (_, index) => visit(`person${index}`))
  const refused = await receiveActivities(ws, many).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ code: 'unavailable' })
})

test('what a job had stored that then failed is not believed afterwards', async () => {
  const { ws } = makeWorkspace(start + day)
  const stay = [joined('1', 0, { platform: 'zoom', email: 'dana@kiwi.example' }), left('1', 30)]
  const [failed, taken] = await Promise.allSettled([
    ws.commit(() => {
      ingest(ws, [scheduled(), started(), ...stay], ws.now())
      throw new Error('bad job')
    }),
    ws.commit(() => ingest(ws, [started(), ...stay], ws.now())),
  ])
  expect([failed.status, taken.status]).toEqual(['rejected', 'fulfilled'])
  take(ws, scheduled(), ended())
  const [webinar] = webinars(drained(ws)).items
  expect(webinar).toMatchObject({ topic: 'Ripe fruit', attendees: 1 })
})

test('a job that fails takes back whom it made due, and nobody else', async () => {
  const { ws } = makeWorkspace(start + day)
  const visit = (name: string) =>
    ingest(ws, [joined(name, 0, { platform: 'zoom', email: `${name}@kiwi.example` })], ws.now())
  ws.transaction(() => {
    visit('first')
    expect(() =>
      ws.transaction(() => {
        visit('second')
        throw new Error('bad job')
      }),
    ).toThrow('bad job')
    visit('third')
  })
  const due = ws.db.prepare<{ text: string }>('SELECT k.text FROM due d JOIN person_key k ON k.number = d.person').all()
  expect(due.map(({ text }) => text)).toEqual(['e:first@kiwi.example', 'e:third@kiwi.example'])
})
