import { createHmac } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { shared } from '../shared.ts'
import { signed, zoomRun } from '../zoom-run.ts'
import { startFailing } from './failing.ts'

const secret = 'topsecret'
const ripen = shared((atEnd) => startFailing(secret, atEnd), 90_000)
const registrations = zoomRun(12).filter(({ event }) => event === 'webinar.registration_created')
let next = 0

beforeEach(() => ripen().be('well'))

function send(body: string, by = secret): Promise<Response> {
  const { address, path } = ripen()
  return fetch(address + path, { method: 'POST', headers: signed(body, by), body })
}

async function get<T>(path: string): Promise<T> {
  const { address, apiKey } = ripen()
  return (await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${apiKey}` } })).json() as T
}

async function registrants(): Promise<number> {
  return (await get<{ items: { registrants: number }[] }>('/webinars')).items[0]?.registrants ?? 0
}

async function quarantined(): Promise<{ id: string; reason: string }[]> {
  return (await get<{ items: { id: string; reason: string }[] }>('/quarantine')).items
}

test('a workspace that is slow does not lose a webhook: the queue takes it in time, and it counts once', async () => {
  const before = await registrants()
  await ripen().be('slow')
  const begun = performance.now()
  expect((await send(registrations[next++]!.body)).status).toBe(204)
  expect(performance.now() - begun).toBeLessThan(3_000)
  await ripen().be('well')
  await vi.waitUntil(async () => (await registrants()) > before, { timeout: 20_000, interval: 200 })
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(await registrants()).toBe(before + 1)
})

test('a workspace that is overloaded gets its webhooks out of the queue, the badly signed ones never', async () => {
  const before = await registrants()
  await ripen().be('overloaded')
  const mine = registrations.slice(next, next + 4)
  next += 4
  for (const { body } of mine.slice(0, 3)) expect((await send(body)).status).toBe(204)
  expect((await send(mine[3]!.body, 'another secret')).status).toBe(204)
  await vi.waitUntil(async () => (await registrants()) === before + 3, { timeout: 20_000, interval: 200 })
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await registrants()).toBe(before + 3)
})

test('what no queue can take is refused with 503 and comes again: a challenge, and a body that is too large', async () => {
  await ripen().be('overloaded')
  const challenge = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'abc' } })
  const large = JSON.stringify({ ...JSON.parse(registrations[0]!.body), padding: 'x'.repeat(100_000) })
  for (const body of [challenge, large]) {
    const answer = await send(body)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  }
  await ripen().be('well')
  const encryptedToken = createHmac('sha256', secret).update('abc').digest('hex')
  expect(await (await send(challenge)).json()).toEqual({ plainToken: 'abc', encryptedToken })
})

test('a webhook that cannot be stored again and again waits in the quarantine, with the reason', async () => {
  const before = await registrants()
  await ripen().be('broken')
  expect((await send(registrations[next++]!.body)).status).toBe(204)
  const [dead] = await vi.waitUntil(
    async () => {
      const found = await quarantined()
      return found.length > 0 && found
    },
    { timeout: 40_000, interval: 500 },
  )
  expect(dead!.reason).toContain('overloaded')
  await ripen().be('well')
  const { address, apiKey } = ripen()
  const replay = { method: 'POST', headers: { authorization: `Bearer ${apiKey}` } }
  expect((await fetch(`${address}/api/v1/quarantine/${dead!.id}/replay`, replay)).status).toBe(200)
  await vi.waitUntil(async () => (await registrants()) === before + 1, { timeout: 10_000, interval: 200 })
})
