import { expect, test } from 'vitest'
import { producer } from '../zoom/tell.ts'
import { type Company, commanded, makeCompany } from './company.ts'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'
import { held } from './zoom-account.ts'

interface Api {
  account: string
  problem: { kind: string; text: string } | null
  scopesMissing: { scope: string }[]
  backfill: { state: string; found: number; fetched: number; failed: number } | null
}

interface WebinarPulls {
  isConnected: boolean
  isRunning: boolean
  fetchedAt: string | null
  lacks: unknown[]
  items: { reason: string; state: string }[]
}

const patience = { timeout: 60_000, interval: 200 }

async function apiOf(company: Company): Promise<Api | null> {
  const { items } = await company.get<{ items: { api: Api | null }[] }>('/sources')
  return items[0]!.api
}

/** What is fetched from Zoom's API. */
export function fetching(host: () => RunningHost): void {
  const connect = (company: Company, changes: object = {}) =>
    company.call('PUT', `/sources/${company.source}/api`, { ...host().zoom.access, ...changes })

  test('credentials that Zoom does not take are refused in its words, and nothing of them is kept', async () => {
    const kiwi = await makeCompany(host())
    const refused = await problemOf(connect(kiwi, { secret: 'wrong' }))
    expect(refused).toMatchObject({
      status: 400,
      key: 'zoomApi.client',
      detail: expect.stringContaining('client secret'),
    })
    expect(await problemOf(connect(kiwi, { account: ' ' }))).toMatchObject({ status: 400, field: 'account' })
    expect(await apiOf(kiwi)).toBeNull()
    for (const [method, path, status] of [
      ['POST', `/sources/${kiwi.source}/backfill`, 409],
      ['POST', `/sources/${kiwi.source}/api/probe`, 409],
      ['PUT', '/sources/s99/api', 404],
    ] as const)
      expect([path, await statusOf(kiwi.call(method, path, method === 'PUT' ? host().zoom.access : {}))]).toEqual([
        path,
        status,
      ])
  })

  test('a backfill brings the webinars of the last months, told as it goes, and the secret is told to nobody', async () => {
    const kiwi = await makeCompany(host())
    const connected = await connect(kiwi)
    expect([connected.status, await connected.json()]).toMatchObject([
      200,
      { account: 'aCcOuNt', problem: null, scopesMissing: [] },
    ])
    const started = await kiwi.call('POST', `/sources/${kiwi.source}/backfill`, { months: 2 })
    expect([started.status, await started.json()]).toMatchObject([202, { state: 'finding', found: 0 }])
    await expect
      .poll(async () => (await apiOf(kiwi))?.backfill, patience)
      .toMatchObject({ state: 'done', found: held, fetched: held, failed: 0 })
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string; attendees: number; registrants: number }[] }>('/webinars')
    expect(items).toHaveLength(held)
    for (const { attendees, registrants } of items)
      expect([attendees, registrants].every((count) => count > 3)).toBe(true)
    const pulls = await kiwi.get<{ items: { reason: string; state: string; facts: number }[] }>('/pulls')
    expect(pulls.items.filter(({ reason }) => reason === 'backfill').every(({ state }) => state === 'done')).toBe(true)
    const everything = [await kiwi.get('/sources'), pulls]
    expect(JSON.stringify(everything)).not.toContain(host().zoom.access.secret)

    const before = await kiwi.get<WebinarPulls>(`/webinars/${items[0]!.id}/pulls`)
    expect(before).toMatchObject({ isConnected: true, isRunning: false, lacks: [] })
    const asked = await kiwi.call('POST', `/webinars/${items[0]!.id}/fetch`)
    expect(asked.status).toBe(202)
    const fetchedAt = async () => (await kiwi.get<WebinarPulls>(`/webinars/${items[0]!.id}/pulls`)).fetchedAt
    await expect.poll(fetchedAt, patience).not.toBe(before.fetchedAt)
    const command = ['source', 'fetch', items[1]!.id, '--workspace', kiwi.slug]
    expect(await commanded(host(), ...command)).toMatchObject({ webinar: items[1]!.id, pulls: { isConnected: true } })
  })

  test('an app that was deactivated is one line on the source, and nothing is asked until it is mended', async () => {
    const kiwi = await makeCompany(host())
    // By the id of a user it is not looked at the dashboard, of which Zoom gives out little.
    expect(await statusOf(connect(kiwi, { hosts: [producer.id] }))).toBe(200)
    host().zoom.revoke()
    try {
      await kiwi.call('POST', `/sources/${kiwi.source}/backfill`, { months: 1 })
      await expect.poll(async () => (await apiOf(kiwi))?.problem, patience).toMatchObject({ kind: 'revoked' })
      expect(await problemOf(kiwi.call('POST', `/sources/${kiwi.source}/backfill`, {}))).toMatchObject({
        status: 409,
        kind: 'revoked',
      })
    } finally {
      host().zoom.restore()
    }
    const again = await kiwi.call('POST', `/sources/${kiwi.source}/api/probe`)
    expect([again.status, await again.json()]).toMatchObject([200, { problem: null }])
    await expect.poll(async () => (await apiOf(kiwi))?.backfill?.state, patience).toBe('done')
    expect(await statusOf(kiwi.call('DELETE', `/sources/${kiwi.source}/api`))).toBe(204)
    expect(await apiOf(kiwi)).toBeNull()
  })

  test('only of a webinar on Zoom that has begun anything can be fetched', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell({
      ...{ specversion: '1.0', id: 'w', source: 'test', type: 'webinar.scheduled', time: new Date().toISOString() },
      data: {
        webinar: { platform: 'generic', platformId: 'g1', startsAt: new Date(Date.now() + 86_400_000).toISOString() },
      },
    })
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
    const refused = await problemOf(kiwi.call('POST', `/webinars/${items[0]!.id}/fetch`))
    expect(refused).toMatchObject({ status: 409, key: 'pull.notZoom' })
    expect(await statusOf(kiwi.call('POST', '/webinars/w_none/fetch'))).toBe(404)
    expect(await kiwi.get(`/webinars/${items[0]!.id}/pulls`)).toMatchObject({ isConnected: false, items: [] })
  })
}
