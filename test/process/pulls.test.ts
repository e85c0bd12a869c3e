import { expect, onTestFinished, test } from 'vitest'
import { fakeZoom } from '../zoom/fake-zoom.ts'
import type { Story } from '../zoom/story.ts'
import { tellPast } from '../zoom/tell.ts'
import { newWorkspace, refusedServer, ripen, ripenJson, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret'

interface Backfill {
  state: string
  found: number
  fetched: number
  failed: number
}

/** A server whose way out leads to a Zoom that listens on this machine, with a source that may ask it. */
async function serving(story: Story) {
  const data = temporaryFolder()
  const zoom = fakeZoom({ story, now: Date.now })
  const { url, close } = await zoom.listen()
  onTestFinished(close)
  const env = { RIPEN_ZOOM_API: `${url}/v2`, RIPEN_ZOOM_OAUTH: `${url}/oauth/token` }
  const server = await startServer(data, env)
  const { apiKey } = await newWorkspace(data, secret)
  const { account, client, secret: clientSecret } = zoom.access
  const access = ['--account', account, '--client', client, '--secret', clientSecret]
  const connected = await ripen(data, 'source', 'connect', 's1', '--workspace', 'kiwi', ...access)
  return { data, zoom, env, server, apiKey, connected }
}

async function call<T>(address: string, apiKey: string, path: string, init: RequestInit = {}): Promise<T> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  return (await (await fetch(`${address}/api/v1${path}`, { ...init, headers })).json()) as T
}

const backfillOf = (address: string, apiKey: string) => call<Backfill>(address, apiKey, '/sources/s1/backfill')

test('a backfill that is killed goes on after the restart, and asks again for one page at most', async () => {
  const { data, zoom, env, server, apiKey, connected } = await serving(tellPast(Date.now(), { count: 6, people: 10 }))
  expect(connected.stdout).toContain('Source s1 may ask the Zoom account aCcOuNt')
  await call(server.address, apiKey, '/sources/s1/backfill', { method: 'POST', body: '{"months": 6}' })
  await expect.poll(async () => (await backfillOf(server.address, apiKey)).fetched, { timeout: 60_000 }).toBe(2)
  await server.end('SIGKILL')
  const before = zoom.counted.byPath['/report/webinars/{uuid}/polls']!

  const again = await startServer(data, env)
  await expect.poll(async () => (await backfillOf(again.address, apiKey)).state, { timeout: 60_000 }).toBe('done')
  expect(await backfillOf(again.address, apiKey)).toMatchObject({ found: 6, fetched: 6, failed: 0 })
  expect(before).toBeLessThan(5)
  expect(zoom.counted.byPath['/report/webinars/{uuid}/polls']).toBeLessThanOrEqual(7)
  expect(zoom.counted.tooFast).toBe(0)
  await untilQuiet(again.address)
  const { items } = await call<{ items: { attendees: number }[] }>(again.address, apiKey, '/webinars')
  expect(items.map(({ attendees }) => attendees).every((attendees) => attendees >= 6)).toBe(true)
  expect(await again.end('SIGTERM')).toBe(0)
})

test('a server that waits for Zoom ends at once, and says nothing of the credentials anywhere', async () => {
  const { data, zoom, env, server, apiKey } = await serving(tellPast(Date.now(), { count: 1, people: 4 }))
  await call(server.address, apiKey, '/sources/s1/backfill', { method: 'POST', body: '{"months": 1}' })
  zoom.fail({ kind: 'hang', on: /participants/ })
  await expect.poll(() => zoom.counted.byPath['/webinars/{id}/panelists'] ?? 0, { timeout: 60_000 }).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 500))
  const begin = Date.now()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(Date.now() - begin).toBeLessThan(5_000)
  zoom.recover()
  const again = await startServer(data, env)
  const { stderr, stdout } = await ripen(data, 'source', 'backfill', 's1', '--months', '1', '--workspace', 'kiwi')
  expect(stdout).toMatch(/^1 of 1 webinars since \d{4}-\d\d-\d\d are fetched, \d+ new facts\.$/m)
  expect(stderr).toContain('webinars')
  const pulls = await ripenJson<{ items: { state: string }[] }>(data, 'source', 'pulls', '--workspace', 'kiwi')
  expect(pulls.items.map(({ state }) => state)).toContain('done')
  const listed = await call(again.address, apiKey, '/sources')
  const said = [server.output(), again.output(), stdout, stderr, JSON.stringify(listed)].join('\n')
  expect(said).not.toContain(zoom.access.secret)
})

test('an address of Zoom that cannot be understood is said in words', async () => {
  for (const [name, value] of [
    ['RIPEN_ZOOM_API', 'api.zoomgov.com'],
    ['RIPEN_ZOOM_OAUTH', 'https://zoomgov.com/'],
  ] as const) {
    const { code, output } = await refusedServer(temporaryFolder(), { [name]: value })
    expect([code, output]).toEqual([1, expect.stringContaining(`${name} is "${value}": give the whole address`)])
  }
})
