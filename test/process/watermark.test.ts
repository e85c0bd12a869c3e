import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { lossInWords, lossOf, numbered, readMark } from '../../src/hosts/node/watermark.ts'
import { signed, zoomRun } from '../zoom-run.ts'
import { deliverAll, newWorkspace, ripen, ripenJson, startServer, temporaryFolder } from './running.ts'

const secret = 'kiwi-secret'
const bodies = zoomRun(40).map(({ body }, index) => ({ index, body }))

/** A folder that a server left when it was killed, with nothing carried over yet. */
async function killed() {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  const [, , , id] = path.split(/[/.]/)
  const lime = await ripenJson<{ workspace: { id: string } }>(data, 'workspace', 'create', 'lime')
  const other = await ripenJson<{ path: string }>(
    data,
    'source',
    'add',
    'zoom',
    '--workspace',
    'lime',
    '--secret',
    secret,
  )
  const database = join(data, 'workspaces', `${id}.db`)
  const taken = await deliverAll(server.address + path, bodies, secret)
  while ((readMark(database)?.last.delivery ?? 0) < taken.size) await pause(50)
  expect(await server.end('SIGKILL')).toBe('SIGKILL')
  expect(taken.size).toBe(bodies.length)
  return { data, path, other: other.path, database, foreign: join(data, 'workspaces', `${lime.workspace.id}.db`) }
}

/** The same database in another folder, without what is only shared memory. */
function copied(database: string): string {
  const folder = temporaryFolder()
  for (const file of [database, `${database}-wal`, database.replace('.db', '.mark')])
    cpSync(file, join(folder, `a.${file.split('.').at(-1)}`))
  return join(folder, 'a.db')
}

function flipBit(file: string, bit: number): void {
  const bytes = readFileSync(file)
  bytes[bit >> 3]! ^= 1 << (bit & 7)
  writeFileSync(file, bytes)
}

/** How many deliveries SQLite itself still sees, on a copy: looking may carry the log over. */
function seen(database: string): number {
  const sqlite = new Database(copied(database))
  try {
    return sqlite.prepare('SELECT count(*) FROM delivery').pluck().get() as number
  } catch {
    return 0
  } finally {
    sqlite.close()
  }
}

/** Cuts its log until a delivery is gone; what lies behind the last delivery (facts read, people scored) may be much. */
function cutBack(database: string): void {
  const log = `${database}-wal`
  for (let size = statSync(log).size; seen(database) === bodies.length; size -= 65_536) truncateSync(log, size)
}

/** What is noticed; `other`: SQLite itself refuses the file. */
function noticed(database: string): 'nothing' | 'loss' | 'other' {
  try {
    return lossOf(database, numbered) ? 'loss' : 'nothing'
  } catch {
    return 'other'
  }
}

test('a damaged, cut, missing or foreign log is noticed wherever it costs a delivery, and an undamaged one never', async () => {
  const { database, foreign } = await killed()
  expect(noticed(copied(database))).toBe('nothing')

  const size = statSync(`${database}-wal`).size
  const verdicts = { lost: 0, whole: 0 }
  for (let i = 0; i < 60; i++) {
    const damaged = copied(database)
    const place = Math.floor(Math.random() * size)
    if (i % 3 === 0) truncateSync(`${damaged}-wal`, place)
    else flipBit(`${damaged}-wal`, place * 8 + (i & 7))
    const log = readFileSync(`${damaged}-wal`)
    const lost = seen(damaged) < bodies.length
    verdicts[lost ? 'lost' : 'whole']++
    expect([place, noticed(damaged) !== 'nothing']).toEqual([place, lost])
    expect(readFileSync(`${damaged}-wal`).equals(log)).toBe(true)
  }
  expect(verdicts.lost).toBeGreaterThan(20)

  const without = copied(database)
  rmSync(`${without}-wal`)
  expect(noticed(without)).not.toBe('nothing')
  const strange = copied(database)
  cpSync(`${foreign}-wal`, `${strange}-wal`)
  expect(noticed(strange)).not.toBe('nothing')
  const gone = copied(database)
  for (const file of [gone, `${gone}-wal`]) rmSync(file)
  expect(lossInWords('workspace', lossOf(gone, numbered)!)).toContain('Put the right files back, or restore a backup')
})

test('a workspace that lost acknowledged deliveries stays closed and says so, the others go on, until the loss is accepted', async () => {
  const { data, path, other, database } = await killed()
  cutBack(database)
  const server = await startServer(data)
  const send = (to: string) => {
    const body = bodies[0]!.body
    return fetch(server.address + to, { method: 'POST', headers: signed(body, secret), body })
  }
  const refused = await send(path)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect((await send(other)).status).toBe(204)
  expect(server.output()).toMatch(/is missing that was acknowledged until \S+: \d+ commits, \d+ deliveries/)
  expect(existsSync(`${database}-wal`)).toBe(true)

  expect(await server.end('SIGTERM')).toBe(0)
  const again = await startServer(data)
  const resend = () => fetch(again.address + path, { method: 'POST', headers: signed('{}', secret), body: '{}' })
  expect((await resend()).status).toBe(503)
  const sick = await ripen(data, 'doctor')
  expect(sick).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^fault +kiwi watermark +Of the kiwi something/m),
  })
  expect(await ripenJson(data, 'doctor', '--accept-loss')).toMatchObject({ accepted: { directory: false } })
  expect((await resend()).status).toBe(204)
  expect((await deliverAll(again.address + path, bodies, secret)).size).toBe(bodies.length)
})

test('a directory that lost its end is not opened, but webhooks go on', async () => {
  const { data, path } = await killed()
  rmSync(join(data, 'directory.db-wal'))
  const server = await startServer(data)
  const body = bodies[0]!.body
  expect((await fetch(server.address + path, { method: 'POST', headers: signed(body, secret), body })).status).toBe(204)
  await expect(ripenJson(data, 'workspace', 'list')).rejects.toThrow('Of the directory something is missing')
})

test('no database of a process that was killed while it wrote is ever taken for one that lost something', async () => {
  const path = join(temporaryFolder(), 'a.db')
  for (let times = 0; times < 12; times++) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'commit-for-ever.ts'), path])
    await once(child.stdout, 'data')
    await pause(Math.random() * 150)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(lossOf(path, [])).toBeNull()
  }
  expect(readMark(path)!.commits).toBeGreaterThan(12)
  expect(readdirSync(join(path, '..'))).toContain('a.mark')
})
