import { afterEach, describe, expect, test, vi } from 'vitest'
import { encoded } from '../../src/sources/zoom/api/zoom-api.ts'
import { type FakeZoom, type FakeZoomOptions, fakeZoom } from './fake-zoom.ts'
import { heldAt } from './opened.ts'
import { DAY, HOUR, MINUTE, SECOND } from './story.ts'
import { tellAccount, tellWebinar } from './tell.ts'
import { TestClock } from './test-clock.ts'

const webinar = tellWebinar({ startsAt: heldAt, people: 400 })
const room = webinar.instances[0]!
const uuid = encoded(room.uuid)
const participants = `/report/webinars/${uuid}/participants`

function at(time = room.to + 2 * HOUR, options: Partial<FakeZoomOptions> = {}) {
  const clock = new TestClock(time)
  const zoom = fakeZoom({ story: tellAccount([webinar]), now: clock.now, ...options })
  return { clock, zoom }
}

async function tokenOf(zoom: FakeZoom, { client, secret, account } = zoom.access): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`
  const body = new URLSearchParams({ grant_type: 'account_credentials', account_id: account })
  return zoom.fetch(new Request('https://zoom.us/oauth/token', { method: 'POST', headers: { authorization }, body }))
}

/** Asks with a new token. */
async function ask(zoom: FakeZoom, path: string, token?: string) {
  const own = token ?? (await (await tokenOf(zoom)).json()).access_token
  const response = await zoom.fetch(
    new Request(`https://api.zoom.us/v2${path}`, { headers: { authorization: `Bearer ${own}` } }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parsed(text) }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

describe('the fake Zoom gives nothing', () => {
  test('without a token, with one of its own making, or with one that is an hour old', async () => {
    const { zoom, clock } = at()
    const bare = await zoom.fetch(new Request('https://api.zoom.us/v2/users'))
    expect([bare.status, await bare.json()]).toMatchObject([401, { code: 124 }])
    expect((await ask(zoom, '/users', 'mine')).status).toBe(401)
    const { access_token, expires_in } = await (await tokenOf(zoom)).json()
    expect(expires_in).toBe(3599)
    clock.pass(HOUR - SECOND)
    expect((await ask(zoom, '/users', access_token)).status).toBe(200)
    clock.pass(SECOND)
    expect(await ask(zoom, '/users', access_token)).toMatchObject({ status: 401, body: { code: 124 } })
  })

  test('for a wrong secret, client or account, or once the app was deactivated', async () => {
    const { zoom } = at()
    for (const wrong of [{ secret: 'x' }, { client: 'x' }, { account: 'x' }])
      expect((await tokenOf(zoom, { ...zoom.access, ...wrong })).status).toBe(400)
    const { access_token } = await (await tokenOf(zoom)).json()
    zoom.revoke()
    expect(await (await tokenOf(zoom)).json()).toMatchObject({ error: 'invalid_client' })
    expect((await ask(zoom, '/users', access_token)).status).toBe(401)
  })

  test('without the scope, and says so in what is no JSON', async () => {
    const { zoom } = at(undefined, { scopes: ['user:read:list_users'] })
    expect((await ask(zoom, '/users')).status).toBe(200)
    const { status, body, text } = await ask(zoom, participants)
    expect([status, body]).toEqual([400, null])
    expect(text).toContain('"report:read:list_webinar_participants:admin"')
  })

  test('without the plan: of registrants and absentees with status 200', async () => {
    const { zoom } = at(undefined, { webinarPlan: false })
    const registrants = await ask(zoom, `/webinars/${webinar.id}/registrants`)
    expect(registrants).toMatchObject({ status: 200, body: { code: 200 } })
    expect(await ask(zoom, `/webinars/${webinar.id}`)).toMatchObject({ status: 400, body: { code: 200 } })
    expect(await ask(at(undefined, { plan: 'free' }).zoom, participants)).toMatchObject({
      status: 400,
      body: { code: 200 },
    })
    const dashboard = '/metrics/webinars?type=past&from=2026-04-01&to=2026-04-02'
    expect(await ask(zoom, dashboard)).toMatchObject({ status: 400, body: { code: 200 } })
    expect((await ask(at(undefined, { plan: 'business' }).zoom, dashboard)).status).toBe(200)
  })

  test('for a uuid with a slash that was encoded once', async () => {
    const { zoom } = at()
    const once = `/report/webinars/${encodeURIComponent(room.uuid)}/participants`
    expect(await ask(zoom, once)).toMatchObject({ status: 404, body: { code: 2300 } })
    expect((await ask(zoom, participants)).status).toBe(200)
  })

  test('for a page that is too long, a token that is not its own, that has expired or that goes with other parameters', async () => {
    const { zoom, clock } = at()
    expect(await ask(zoom, `${participants}?page_size=301`)).toMatchObject({ status: 400, body: { code: 300 } })
    const first = (await ask(zoom, `${participants}?page_size=300`)).body
    expect([first.participants.length, first.next_page_token.length > 0]).toEqual([300, true])
    const next = `${participants}?page_size=300&next_page_token=${first.next_page_token}`
    const last = (await ask(zoom, next)).body
    expect([last.participants.length, last.next_page_token]).toEqual([first.total_records - 300, ''])
    expect((await ask(zoom, next)).body).toEqual(last)
    for (const wrong of [`${next}x`, next.replace('=300&', '=299&'), `${next}&include_fields=registrant_id`])
      expect(await ask(zoom, wrong)).toMatchObject({ status: 400, body: { code: 300 } })
    clock.pass(15 * MINUTE)
    expect(await ask(zoom, next)).toMatchObject({ status: 400, body: { code: 300 } })
  })

  test('for a parameter that it does not know, a wrong status, or a stretch of more than a month', async () => {
    const { zoom } = at()
    const host = webinar.host.id
    for (const path of [
      `${participants}?include_field=registrant_id`,
      `/webinars/${webinar.id}/registrants?status=cancelled`,
      `/users/${host}/recordings?from=2026-03-01&to=2026-04-02`,
      `/users/${host}/recordings`,
      `/meetings/${uuid}/recordings/analytics_details?from=2026-04-01&to=2026-04-02`,
    ])
      expect(await ask(zoom, path)).toMatchObject({ status: 400, body: { code: 300 } })
  })

  test('beyond so many requests in a second, which depends on the plan', async () => {
    const { zoom, clock } = at()
    const { access_token } = await (await tokenOf(zoom)).json()
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(zoom, participants, access_token)))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429, 429])
    expect(answers[10]!.headers.get('x-ratelimit-type')).toBe('QPS')
    expect(zoom.counted).toMatchObject({ tooFast: 2, byRate: { heavy: 12 }, byStatus: { 429: 2 } })
    expect((await ask(zoom, '/users', access_token)).status).toBe(200)
    clock.pass(SECOND)
    expect((await ask(zoom, participants, access_token)).status).toBe(200)
  })

  test('heavy beyond so many requests in a day, until a date that it names', async () => {
    const { zoom, clock } = at()
    zoom.limits.spendDay(30_000, clock.now())
    const { status, headers } = await ask(zoom, participants)
    expect([status, headers.get('x-ratelimit-type'), headers.get('retry-after')]).toEqual([
      429,
      'Daily-limit',
      '2026-04-02T00:00:00Z',
    ])
    expect((await ask(zoom, '/users')).status).toBe(200)
    clock.pass(12 * HOUR)
    expect((await ask(zoom, participants)).status).toBe(200)
  })

  test('of a report before it is there: for two minutes, whole after half an hour', async () => {
    const ago = async (passed: number, path = participants) =>
      ask(at(room.to + passed).zoom, `${path}${path === participants ? '?page_size=300' : ''}`)
    expect(await ago(MINUTE)).toMatchObject({ status: 404, body: { code: 3001 } })
    const all = (await ago(30 * MINUTE)).body.total_records
    expect((await ago(15 * MINUTE)).body.total_records).toBeLessThan(all)
    expect((await ago(15 * MINUTE, `/report/webinars/${uuid}/polls`)).body.questions).toEqual([])
    expect((await ago(30 * MINUTE, `/report/webinars/${uuid}/polls`)).body.questions.length).toBeGreaterThan(0)
    expect(await ago(10 * MINUTE, `/meetings/${uuid}/recordings`)).toMatchObject({ status: 404, body: { code: 3301 } })
  })

  test('that it no longer keeps: numbers for a month, reports for half a year, absentees for a year', async () => {
    const ago = async (days: number, path: string) => (await ask(at(room.to + days * DAY).zoom, path)).body.code
    expect(await ago(29, `/webinars/${webinar.id}`)).toBeUndefined()
    expect(await ago(31, `/webinars/${webinar.id}`)).toBe(3001)
    expect(await ago(31, `/past_webinars/${webinar.id}/instances`)).toBe(3001)
    expect(await ago(31, participants)).toBeUndefined()
    expect(await ago(190, participants)).toBe(300)
    expect(await ago(190, `/past_webinars/${uuid}/absentees`)).toBeUndefined()
    expect(await ago(400, `/past_webinars/${uuid}/absentees`)).toBe(12702)
  })

  test('of users who may hold no webinars, and of those it does not know', async () => {
    const { zoom } = at()
    expect((await ask(zoom, '/users/intern@ripen-customer.example/webinars')).body.code).toBe(3161)
    expect((await ask(zoom, '/users/nobody@ripen-customer.example/webinars')).body.code).toBe(1001)
    expect((await ask(zoom, `/users/${webinar.host.email}/webinars`)).body.webinars.length).toBe(1)
  })
})

describe('what the fake Zoom gives', () => {
  test('leaves out what nobody asked for, and all names of an account under HIPAA', async () => {
    const { zoom } = at()
    expect((await ask(zoom, participants)).body.participants[5].registrant_id).toBeUndefined()
    const asked = (await ask(zoom, `${participants}?include_fields=registrant_id`)).body.participants
    expect(asked[5].registrant_id).not.toBe('')
    const blank = (await ask(at(undefined, { blank: true }).zoom, participants)).body.participants
    expect(blank.every((row: { name: string; user_email: string }) => row.name === '' && row.user_email === '')).toBe(
      true,
    )
  })

  test('fails as it is told, every so many requests and so many times', async () => {
    const { zoom } = at()
    const { access_token } = await (await tokenOf(zoom)).json()
    const status = async () => (await ask(zoom, '/users', access_token)).status
    zoom.fail({ kind: 'error', on: /users/, every: 3, times: 1 })
    expect([await status(), await status(), await status(), await status(), await status(), await status()]).toEqual([
      200, 200, 500, 200, 200, 200,
    ])
    zoom.fail({ kind: 'html' })
    expect((await ask(zoom, '/users', access_token)).text).toMatch(/^<!DOCTYPE/)
    zoom.recover()
    zoom.fail({ kind: 'reset' })
    await expect(ask(zoom, '/users', access_token)).rejects.toThrow('fetch failed')
    zoom.recover()
    zoom.fail({ kind: 'half' })
    await expect(ask(zoom, '/users', access_token)).rejects.toThrow('terminated')
  })

  test('hangs until it is given up', async () => {
    const { zoom } = at()
    zoom.fail({ kind: 'hang' })
    const given = new AbortController()
    const hanging = zoom.fetch(new Request('https://api.zoom.us/v2/users', { signal: given.signal }))
    given.abort(new Error('given up'))
    await expect(hanging).rejects.toThrow('given up')
  })
})

describe('the fake Zoom as a server', () => {
  const open: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of open.splice(0)) await close()
  })

  async function served() {
    const { zoom } = at()
    const { url, close } = await zoom.listen()
    open.push(close)
    const { client, secret, account } = zoom.access
    const headers = { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` }
    const token = await fetch(`${url}/oauth/token?grant_type=account_credentials&account_id=${account}`, {
      method: 'POST',
      headers,
    })
    const { access_token } = await token.json()
    const get = (path: string, signal?: AbortSignal) =>
      fetch(`${url}/v2${path}`, { headers: { authorization: `Bearer ${access_token}` }, signal })
    return { zoom, get }
  }

  test('answers over HTTP as it does in the process', async () => {
    const { get } = await served()
    const response = await get(`${participants}?page_size=300&include_fields=registrant_id`)
    expect(response.status).toBe(200)
    expect((await response.json()).participants.length).toBe(300)
    expect((await get(`/report/webinars/${encodeURIComponent(room.uuid)}/participants`)).status).toBe(404)
  })

  test('drops the connection, before the answer and in the middle of it, and hangs', async () => {
    const { zoom, get } = await served()
    zoom.fail({ kind: 'reset', times: 1 })
    await expect(get('/users')).rejects.toThrow()
    zoom.fail({ kind: 'half', times: 1 })
    const half = await get('/users')
    await expect(half.text()).rejects.toThrow('terminated')
    zoom.fail({ kind: 'hang', times: 1 })
    const given = new AbortController()
    const before = zoom.counted.total
    const hanging = get('/users', given.signal)
    await vi.waitFor(() => expect(zoom.counted.total).toBe(before + 1))
    given.abort()
    await expect(hanging).rejects.toThrow()
    expect((await get('/users')).status).toBe(200)
  })
})
