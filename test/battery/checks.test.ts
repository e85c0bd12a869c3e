import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { insertDelivery } from '../../src/store/deliveries.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { temporaryFolder } from '../process/running.ts'
import { endlessBodies } from './bodies.ts'
import { Counted, databaseOf, integrityOf } from './counted.ts'
import { callOf } from './isolation/calls.ts'
import { differences, drainAll, openStored } from './shown.ts'

const now = Date.now()
const all = Array.from({ length: 40 }, (_, index) => ({ index }))
let data: string

/** A folder with a workspace that got each delivery once. */
beforeEach(() => {
  data = temporaryFolder()
  mkdirSync(join(data, 'workspaces'))
  writeFileSync(join(data, 'secret'), randomBytes(16).toString('hex'))
  const path = join(data, 'workspaces', 'kiwi00000000.db')
  const { ws, close } = openStored(data, path, now)
  createWorkspace(ws, { slug: 'kiwi', timezone: 'Asia/Jerusalem' })
  addSource(ws, { platform: 'zoom' })
  const bodies = endlessBodies()
  ws.transaction(() => {
    for (const { index } of all) deliver(bodies.at(index))
  })
  drainAll(ws)
  close()

  function deliver(text: string): void {
    const body = Buffer.from(text)
    insertDelivery(ws.db, { source: 1, body, receivedAt: now, late: false })
  }
})

function changed(sql: string): void {
  const db = openSqlite(databaseOf(data))
  db.exec(sql)
  db.close()
}

function seen() {
  const counted = new Counted(databaseOf(data))
  counted.read()
  const opened = openStored(data, databaseOf(data), now)
  const shown = differences(opened)
  opened.close()
  return { lost: counted.lost(all), twice: counted.twice(), ...shown }
}

test('nothing is found where every delivery was counted once', () => {
  expect(seen()).toEqual({ lost: 0, twice: 0, rescored: 0, anew: 0 })
  expect(integrityOf(databaseOf(data))).toBe('ok')
})

test('a delivery that was lost is seen, in the deliveries and in what is made anew of them', () => {
  changed('DELETE FROM delivery WHERE number = 7')
  expect(seen()).toMatchObject({ lost: 1, twice: 0, rescored: 0, anew: expect.toSatisfy((rows: number) => rows > 0) })
})

test('a delivery that was counted twice is seen', () => {
  changed(
    'INSERT INTO delivery (source, received_at, outcome, body) SELECT source, received_at, outcome, body FROM delivery LIMIT 1',
  )
  expect(seen()).toMatchObject({ lost: 0, twice: 1 })
})

test('a fact that was lost though its delivery is there is seen', () => {
  changed('DELETE FROM fact WHERE number = (SELECT max(number) FROM fact WHERE key IS NOT NULL)')
  expect(seen()).toMatchObject({ lost: 0, anew: expect.toSatisfy((rows: number) => rows > 0) })
})

test('a card that is not what scoring gives is seen', () => {
  seen()
  changed('UPDATE card SET score = score + 1 WHERE person = (SELECT min(person) FROM card)')
  expect(seen()).toMatchObject({ lost: 0, rescored: expect.toSatisfy((rows: number) => rows > 0) })
})

test('row 23 fails, with what to do, at a route whose ids or body its table does not know', () => {
  expect(() => callOf('get', '/api/v1/figs/{id}', {})).toThrow(/does not know whose "figs\/\{id\}" is.*kinds\.ts/)
  expect(() => callOf('post', '/api/v1/figs', { requestBody: {} })).toThrow(/body of "post \/api\/v1\/figs".*kinds\.ts/)
  expect(callOf('post', '/api/v1/people/{id}/merge', { requestBody: {} }).kinds).toEqual(['person', 'otherPerson'])
})
