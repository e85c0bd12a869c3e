import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { signed, zoomRun } from '../zoom-run.ts'
import { newWorkspace, ripenJson, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret'
const limits = spawnSync('prlimit', ['--version']).status === 0

/** No file of the process may grow beyond so many bytes. */
const limit = (pid: number, bytes: number | 'unlimited') =>
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`])

// Only Linux has prlimit, which takes a limit back from a process that runs: elsewhere there is no such way without root.
test.skipIf(!limits)(
  'while nothing can be written nobody is acknowledged, and it goes on by itself when there is space again',
  async () => {
    const data = temporaryFolder()
    const server = await startServer(data)
    const { path, apiKey } = await newWorkspace(data, secret)
    const bodies = zoomRun(60).map(({ body }) => body)
    const send = (body: string) => fetch(server.address + path, { method: 'POST', headers: signed(body, secret), body })
    for (const body of bodies.slice(0, 20)) expect((await send(body)).status).toBe(204)
    await untilQuiet(server.address)

    const [log] = readdirSync(join(data, 'workspaces')).filter((name) => name.endsWith('-wal'))
    limit(server.pid, statSync(join(data, 'workspaces', log!)).size + 4096)
    let refused = 0
    let acknowledged = 20
    for (const body of bodies.slice(20, 60)) {
      const answer = await send(body)
      if (answer.status === 204) acknowledged++
      else {
        refused++
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      }
    }
    expect(refused).toBeGreaterThan(30)
    const headers = { authorization: `Bearer ${apiKey}` }
    expect((await fetch(`${server.address}/api/v1/webinars`, { headers })).status).toBe(200)

    limit(server.pid, 'unlimited')
    const begin = Date.now()
    while ((await send(bodies[60]!)).status !== 204 && Date.now() - begin < 5_000) await pause(100)
    expect(Date.now() - begin).toBeLessThan(5_000)
    await untilQuiet(server.address)
    // Deliveries are counted once a second, behind their intake.
    await pause(2_000)
    const list = ['source', 'list', '--workspace', 'kiwi']
    const counted = await ripenJson<{ items: { deliveries: number }[] }>(data, ...list)
    expect(counted.items[0]!.deliveries).toBe(acknowledged + 1)
    expect(await server.end('SIGTERM')).toBe(0)
  },
)
