import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Checkpoints, lastResort } from '../../src/hosts/node/checkpoints.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { newWorkspace, startServer, temporaryFolder, untilQuiet } from './running.ts'

const megabyte = 1024 * 1024

test('the log of a database that is written to without a pause begins anew long before SQLite would hold up a commit', async () => {
  const path = join(temporaryFolder(), 'busy.db')
  const db = openSqlite(path, { checkpointAt: lastResort })
  db.exec('CREATE TABLE t (x BLOB) STRICT')
  const checkpoints = new Checkpoints()
  checkpoints.watch(path, () => void db.prepare('PRAGMA wal_checkpoint(PASSIVE)').all())
  let [written, largest] = [0, 0]
  for (const begin = performance.now(); written < 128 * megabyte || performance.now() - begin < 1_500; ) {
    db.transaction(() => db.prepare('INSERT INTO t (x) VALUES (randomblob(100000))').run())
    written += 100_000
    largest = Math.max(largest, statSync(`${path}-wal`).size)
    await setImmediate()
  }
  await checkpoints.close()
  db.close()
  expect(readdirSync(join(path, '..'))).toEqual(['busy.db'])
  expect(largest).toBeLessThan(lastResort * 4096 - 1)
})

test('a download that is read slowly keeps no log from beginning anew', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { apiKey } = await newWorkspace(data, 'kiwi-secret')
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.address}/api/v1${path}`, { headers, ...init })
  const webinar = { platform: 'generic', platformId: '7', startsAt: '2026-04-02T10:00:00Z' }
  const register = (from: number) => {
    const events = Array.from({ length: 1_000 }, (_, i) => ({
      ...{ specversion: '1.0', id: `${from + i}`, source: '/shop', type: 'person.registered' },
      time: '2026-04-01T10:00:00Z',
      data: { person: { email: `person${from + i}@kiwi.example`, company: 'Kiwi '.repeat(100) }, webinar },
    }))
    return call('/activities', { method: 'POST', body: JSON.stringify(events) })
  }
  for (let batch = 0; batch < 3; batch++) expect((await register(batch * 1_000)).status).toBe(200)
  await untilQuiet(server.address)
  const { items } = (await (await call('/webinars')).json()) as { items: { id: string }[] }
  const slow = (await call(`/webinars/${items[0]!.id}/ranking.csv`)).body!.getReader()
  await slow.read()

  expect((await register(3_000)).status).toBe(200)
  const [file] = readdirSync(join(data, 'workspaces')).filter((name) => name.endsWith('.db'))
  const beside = new Database(join(data, 'workspaces', file!))
  // A checkpoint of the server's own may be under way just then; a reader would keep it from it for good.
  await expect.poll(() => beside.pragma('wal_checkpoint(RESTART)'), { timeout: 5_000 }).toMatchObject([{ busy: 0 }])
  beside.close()
  let length = 0
  for (let next = await slow.read(); !next.done; next = await slow.read()) length += next.value.byteLength
  expect(length).toBeGreaterThan(megabyte)
})

test('a server that is killed again and again has no more to read of its directory each time', async () => {
  const data = temporaryFolder()
  const sizes: number[] = []
  for (let times = 0; times < 4; times++) {
    const server = await startServer(data)
    sizes.push(statSync(join(data, 'directory.db-wal')).size)
    await server.end('SIGKILL')
  }
  const [first, ...later] = sizes
  expect(Math.max(...later)).toBeLessThan(first!)
})
