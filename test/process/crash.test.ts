import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { deliver, newWorkspace, type RunningServer, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret'
const asOf = '2026-04-20T00:00:00Z'

interface Setting {
  data: string
  path: string
  apiKey: string
}

async function prepare(): Promise<Setting> {
  const data = temporaryFolder()
  return { data, ...(await newWorkspace(data, secret)) }
}

/** The whole ranking as the answers had it, byte for byte, and the facts as they are stored. */
async function outcome(server: RunningServer, { data, apiKey }: Setting) {
  await untilQuiet(server.address)
  const headers = { authorization: `Bearer ${apiKey}` }
  const get = async (path: string) => (await fetch(`${server.address}/api/v1${path}`, { headers })).text()
  const webinars = await get('/webinars')
  const [{ id }] = JSON.parse(webinars).items
  const past = await get(`/webinars/${id}/ranking?limit=500&asOf=${asOf}`)
  const csv = await get(`/webinars/${id}/ranking.csv`)
  expect(await server.end('SIGTERM')).toBe(0)
  return { webinars, past, csv, facts: stored(data, 'SELECT hex(id) AS id, type, time, data FROM fact ORDER BY id') }
}

function databaseOf(data: string): string {
  const [file] = readdirSync(join(data, 'workspaces'))
  return join(data, 'workspaces', file!)
}

function stored<Row>(data: string, sql: string): Row[] {
  const db = new Database(databaseOf(data), { readonly: true })
  const rows = db.prepare(sql).all() as Row[]
  db.close()
  return rows
}

/** The indexes of deliveries that were not counted exactly once; a repetition is stored as one that changed nothing. */
function notOnce(data: string, bodies: readonly { index: number; body: string }[]): number[] {
  const counted = stored<{ body: Buffer; times: number }>(
    data,
    "SELECT body, count(*) AS times FROM delivery WHERE outcome IN ('accepted', 'ignored') GROUP BY body",
  )
  const times = new Map(counted.map((row) => [row.body.toString(), row.times]))
  return bodies.filter(({ body }) => times.get(body) !== 1).map(({ index }) => index)
}

test('this way of counting sees a delivery that was lost and one that was counted twice', async () => {
  const setting = await prepare()
  const bodies = zoomRun(10).map(({ body }, index) => ({ index, body }))
  const server = await startServer(setting.data)
  await deliver(server.address + setting.path, [...bodies, ...bodies], secret)
  await server.end('SIGTERM')
  expect(notOnce(setting.data, bodies)).toEqual([])
  const db = new Database(databaseOf(setting.data))
  db.prepare('DELETE FROM delivery WHERE body = ?').run(Buffer.from(bodies[3]!.body))
  const twice = "(SELECT max(number) FROM delivery WHERE outcome = 'duplicate')"
  const body = Buffer.from(bodies[5]!.body)
  db.prepare(`UPDATE delivery SET outcome = 'accepted', body = ? WHERE number = ${twice}`).run(body)
  db.close()
  expect(notOnce(setting.data, bodies)).toEqual([3, 5])
})

test('kill -9 in the middle of 20,000 deliveries: all that was acknowledged is there once, and the ranking is the same', async () => {
  const bodies = zoomRun(6_500).map(({ body }, index) => ({ index, body }))
  expect(bodies.length).toBeGreaterThan(20_000)

  const crashed = await prepare()
  const first = await startServer(crashed.data)
  let killed: Promise<unknown> | undefined
  const before = await deliver(first.address + crashed.path, bodies, secret, (count) => {
    if (count >= 10_000) killed ??= first.end('SIGKILL')
  })
  if (!killed) throw new Error(`the server ended by itself after ${before.size} answers: ${first.output()}`)
  expect(await killed).toBe('SIGKILL')
  expect(before.size).toBeGreaterThanOrEqual(10_000)
  expect(before.size).toBeLessThan(bodies.length)

  const second = await startServer(crashed.data)
  const rest = bodies.filter(({ index }) => !before.has(index))
  const after = await deliver(second.address + crashed.path, rest, secret)
  expect(after.size).toBe(rest.length)
  const resumed = await outcome(second, crashed)

  expect(notOnce(crashed.data, bodies)).toEqual([])

  const undisturbed = await prepare()
  const calm = await startServer(undisturbed.data)
  expect((await deliver(calm.address + undisturbed.path, bodies, secret)).size).toBe(bodies.length)
  expect(await outcome(calm, undisturbed)).toEqual(resumed)
}, 120_000)
