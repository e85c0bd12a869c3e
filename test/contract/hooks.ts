import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { type Company, makeCompany, secret } from './company.ts'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const registrations = zoomRun(40).filter(({ event }) => event === 'webinar.registration_created')
const { body } = registrations[0]!
const megabyte = 1024 * 1024

interface Source {
  id: string
  platform: string
  path: string
  badSignatures: number
  deliveries: number
  lastDeliveryAt: string | null
  validatedAt: string | null
}

async function sourceOf(company: Company): Promise<Source> {
  const { items } = await company.get<{ items: Source[] }>('/sources')
  return items[0]!
}

async function registrants(company: Company): Promise<number> {
  await company.settled()
  const { items } = await company.get<{ items: { registrants: number }[] }>('/webinars')
  return items[0]?.registrants ?? 0
}

/** What comes in at the hooks. */
export function hooks(host: () => RunningHost): void {
  test('a signed delivery is answered by 204 without a body, and counts once however often and however late it comes', async () => {
    const kiwi = await makeCompany(host())
    for (let times = 0; times < 3; times++) {
      const answer = await kiwi.send(body)
      expect([answer.status, await answer.text()]).toEqual([204, ''])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect(await registrants(kiwi)).toBe(1)
    expect(await sourceOf(kiwi)).toMatchObject({ platform: 'zoom', path: kiwi.hook, badSignatures: 0 })
  })

  test('a delivery that is badly signed or not at all is 401, counted, and nothing of it is kept', async () => {
    const kiwi = await makeCompany(host())
    const unsigned = fetch(host().address + kiwi.hook, { method: 'POST', body })
    for (const refused of [kiwi.send(body, 'another secret'), unsigned])
      expect(await problemOf(refused)).toMatchObject({ status: 401, title: 'Signature refused' })
    expect(await registrants(kiwi)).toBe(0)
    expect(await kiwi.get('/quarantine')).toEqual({ items: [] })
    await expect.poll(async () => (await sourceOf(kiwi)).badSignatures, { timeout: 10_000 }).toBe(2)
  })

  test('an unknown key is 404, whether its workspace exists or not, and only POST brings anything in', async () => {
    const kiwi = await makeCompany(host())
    const keys = [`${kiwi.id}.aaaaaaaaaaaaaaaaaaaaaa`, 'lime00000001.aaaaaaaaaaaaaaaaaaaaaa', 'x', '%2e%2e%2f.a', '']
    for (const path of [...keys.map((key) => `/hooks/zoom/${key}`), kiwi.hook.replace('zoom', 'teams')]) {
      const answer = await fetch(host().address + path, { method: 'POST', body })
      expect([path, await problemOf(answer)]).toMatchObject([path, { status: 404 }])
    }
    const byBrowser = await problemOf(await fetch(host().address + kiwi.hook))
    expect(byBrowser).toMatchObject({ status: 404, detail: expect.stringContaining('sends them by POST') })
  })

  test('the challenge of Zoom is answered by the token signed with the secret', async () => {
    const kiwi = await makeCompany(host())
    const plainToken = 'qgg8vlvZRS6UYooatFL8Aw'
    const challenge = { event: 'endpoint.url_validation', event_ts: 1775041200000, payload: { plainToken } }
    const answer = await kiwi.send(JSON.stringify(challenge))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex')
    expect(await answer.json()).toEqual({ plainToken, encryptedToken })
    await expect.poll(async () => (await sourceOf(kiwi)).validatedAt, { timeout: 10_000 }).not.toBeNull()
  })

  test('over 1 MB is 413, whether its length was declared or not, and exactly 1 MB is taken', async () => {
    const kiwi = await makeCompany(host())
    const declared = kiwi.send('a'.repeat(megabyte + 1))
    expect(await problemOf(declared)).toMatchObject({ status: 413, detail: expect.stringContaining('1 MB') })
    expect(await chunkedPost(host().address + kiwi.hook, megabyte + 1)).toBe(413)
    expect(await statusOf(kiwi.send(body + ' '.repeat(megabyte - Buffer.byteLength(body))))).toBe(204)
    expect(await registrants(kiwi)).toBe(1)
  })

  test('what is signed but cannot be read is kept with the reason, shown, and read again on demand', async () => {
    const kiwi = await makeCompany(host())
    for (const unreadable of ['{"event":', '['.repeat(100_000), 'a\u0000b', ''])
      expect(await statusOf(kiwi.send(unreadable))).toBe(204)
    const { items } = await kiwi.get<{ items: { id: string; reason: string }[] }>('/quarantine')
    expect(items).toHaveLength(4)
    expect(items[2]).toMatchObject({ source: kiwi.source, reason: expect.stringContaining('nested') })
    const again = await kiwi.call('POST', `/quarantine/${items[0]!.id}/replay`)
    expect([again.status, await again.json()]).toMatchObject([200, { outcome: 'quarantined' }])
    expect(await problemOf(kiwi.call('POST', '/quarantine/d999/replay'))).toMatchObject({ status: 404 })
  })

  test('an event that nobody knows is stored and answered by 204', async () => {
    const kiwi = await makeCompany(host())
    const unknown = { event: 'webinar.sang', event_ts: 1, payload: { object: {} } }
    expect(await statusOf(kiwi.send(JSON.stringify(unknown)))).toBe(204)
    expect(await kiwi.get('/quarantine')).toEqual({ items: [] })
  })

  test('while a secret is changed both are valid, and after the next change the first no longer is', async () => {
    const kiwi = await makeCompany(host())
    const change = (to: string) => statusOf(kiwi.call('PUT', `/sources/${kiwi.source}/secret`, { secret: to }))
    const statuses = async () => [
      await statusOf(kiwi.send(body)),
      await statusOf(kiwi.send(body, 'second')),
      await statusOf(kiwi.send(body, 'third')),
    ]
    expect(await statuses()).toEqual([204, 401, 401])
    expect(await change('second')).toBe(204)
    expect(await statuses()).toEqual([204, 204, 401])
    expect(await change('third')).toBe(204)
    expect(await statuses()).toEqual([401, 204, 204])
  })

  test('many at once are each answered by 204, or by 503 to come again, and all that were acknowledged count', async () => {
    const kiwi = await makeCompany(host())
    const statuses = await Promise.all(
      [...registrations, ...registrations].map(({ body }) => statusOf(kiwi.send(body))),
    )
    expect([204, 503]).toEqual(expect.arrayContaining([...new Set(statuses)]))
    const acknowledged = new Set(statuses.flatMap((status, at) => (status === 204 ? at % registrations.length : [])))
    // Cloudflare's queue hands on within seconds what it took while the workspace was overloaded.
    await expect.poll(() => registrants(kiwi), { timeout: 30_000 }).toBe(acknowledged.size)
  })
}

/** The status that answers a POST whose length nobody declared. */
function chunkedPost(url: string, length: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, (incoming) => {
      incoming.resume()
      resolve(incoming.statusCode!)
    })
    outgoing.on('error', reject)
    outgoing.end('a'.repeat(length))
  })
}
