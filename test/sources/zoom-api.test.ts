import { describe, expect, test } from 'vitest'
import { openZoom } from '../../src/sources/zoom/api/open-zoom.ts'
import { type ApiCall, encoded, type ZoomOutside } from '../../src/sources/zoom/api/zoom-api.ts'
import type { FaultKind } from '../zoom/faults.ts'
import { opened, problemOf } from '../zoom/opened.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../zoom/story.ts'
import { TestClock } from '../zoom/test-clock.ts'

const users: ApiCall = { path: '/users', query: { page_size: '300' }, rate: 'medium', scope: 'user:read:list_users' }

function detail(uuid: string): ApiCall {
  return { path: `/report/webinars/${encoded(uuid)}`, rate: 'heavy', scope: 'report:read:webinar' }
}

/** An API that gets these answers, one after the other, and the clock that it waits by. The first is for its token. */
function answered(...answers: (() => Response)[]) {
  const clock = new TestClock(Date.parse('2026-04-01T12:00:00Z'))
  const left = [() => Response.json({ access_token: 't', expires_in: 3599 }), ...answers]
  const outside: ZoomOutside = {
    ...clock,
    oauth: 'https://zoom.us',
    api: 'https://api.zoom.us',
    fetch: async () => left.shift()?.() ?? Response.error(),
  }
  return { clock, api: openZoom({ account: 'a', client: 'c', secret: 's' }, outside) }
}

function refusal(status: number, code: number, message: string, headers: Record<string, string> = {}) {
  return () => Response.json({ code, message }, { status, headers })
}

describe('the token', () => {
  test('is asked for once, however many calls wait for it, and again shortly before its hour is over', async () => {
    const { api, zoom, clock } = opened()
    await Promise.all([api.get(users), api.get(users), api.get(users)])
    clock.pass(58 * MINUTE)
    await api.get(users)
    expect(zoom.counted.tokens).toBe(1)
    clock.pass(MINUTE)
    await api.get(users)
    expect(zoom.counted).toMatchObject({ tokens: 2, byStatus: { 200: 7 } })
    expect(api.requests).toBe(7)
  })

  test('is renewed once where Zoom no longer takes it, and a second refusal ends it', async () => {
    const invalid = refusal(401, 124, 'Invalid access token.')
    const renewed = () => Response.json({ access_token: 'u', expires_in: 3599 })
    const again = answered(invalid, renewed, () => Response.json({ users: [] }))
    expect(await again.api.get(users)).toEqual({ users: [] })
    const never = answered(invalid, renewed, invalid, renewed)
    expect(await problemOf(never.api.get(users))).toMatchObject({ kind: 'revoked' })
    expect(never.api.requests).toBe(4)
  })

  test('of a deactivated app, or with a wrong secret or account, says what to check, after a single request', async () => {
    for (const [access, key] of [
      [{ secret: 'other' }, 'zoomApi.client'],
      [{ client: 'other' }, 'zoomApi.client'],
      [{ account: 'other' }, 'zoomApi.account'],
    ] as const) {
      const { api } = opened({ access })
      const problem = await problemOf(api.get(users))
      expect(problem).toMatchObject({ kind: 'revoked', words: { key } })
      expect(api.requests).toBe(1)
    }
    const { api, zoom } = opened()
    await api.get(users)
    zoom.revoke()
    expect(await problemOf(api.get(users))).toMatchObject({ kind: 'revoked' })
    expect(api.requests).toBe(4)
  })
})

describe('a refusal', () => {
  test.each([
    ['a plan that is missing, even with status 200', 200, 200, 'Webinar plan is missing.', 'plan'],
    ['a plan that is missing', 400, 200, 'Only available for Paid account.', 'plan'],
    ['a webinar that is not there', 404, 3001, 'Webinar does not exist: 1.', 'not_found'],
    ['a path that falls apart', 404, 2300, 'This API endpoint is not recognized.', 'not_found'],
    ['a recording that is not there', 404, 3301, 'There is no recording for this meeting.', 'nothing'],
    [
      'a webinar without registration, told so',
      400,
      300,
      'Registration has not been enabled for this webinar.',
      'nothing',
    ],
    ['a webinar without registration', 400, 3000, 'Registration has not been enabled.', 'nothing'],
    ['a user without licence', 400, 3161, 'Meeting hosting and scheduling capabilities are not allowed.', 'no_host'],
    ['a user of another account', 400, 1010, 'User does not belong to this account: 1.', 'no_host'],
    ['a user that is not there', 404, 1001, 'User does not exist: 1.', 'no_host'],
    ['a webinar of two years ago', 400, 12702, 'Can not access webinar a year ago.', 'too_old'],
    ['a report of last year', 400, 300, 'The report is only available for the last 6 months.', 'too_old'],
    ['a page that has expired', 400, 300, 'The next page token is invalid or expired.', 'page_expired'],
    ['an id that is none', 400, 300, 'Invalid webinar id.', 'not_found'],
    ['a scope that is missing', 400, 4700, 'Token does not contain required scopes.', 'scope'],
    [
      'a scope that is missing, with another status',
      401,
      104,
      'Invalid access token, does not contain scopes.',
      'scope',
    ],
    ['whatever is forbidden', 403, 9, 'Forbidden', 'scope'],
  ])('%s is told by the code and asked for only once', async (_, status, code, message, kind) => {
    const { api } = answered(refusal(status, code, message))
    const problem = await problemOf(api.get(users))
    expect(problem.kind).toBe(kind)
    if (kind !== 'scope') expect(problem.message).toContain(message)
    expect(api.requests).toBe(2)
  })

  test('names the scopes that Zoom names, even in a body that is no JSON, else the one that is needed', async () => {
    const { api, zoom, room } = opened()
    zoom.takeScope('report:read:webinar')
    const problem = await problemOf(api.get(detail(room.uuid)))
    expect(problem.words.params).toEqual({ scope: 'report:read:webinar:admin' })
    const unnamed = answered(refusal(400, 4711, 'Invalid access token.'))
    expect((await problemOf(unnamed.api.get(users))).words.params).toEqual({ scope: 'user:read:list_users:admin' })
  })

  test('of a token with a page means that the page has expired, whatever Zoom calls it', async () => {
    const { api } = answered(refusal(400, 300, 'Validation Failed.'))
    const call = { ...users, query: { next_page_token: 'x' } }
    expect(await problemOf(api.get(call))).toMatchObject({ kind: 'page_expired' })
  })
})

describe('a fault', () => {
  test.each<FaultKind>(['error', 'html', 'reset', 'hang', 'half'])('(%s) that passes is not noticed', async (kind) => {
    const { api, zoom, clock } = opened()
    await api.get(users)
    zoom.fail({ kind, times: 2 })
    expect(await api.get(users)).toMatchObject({ total_records: 2 })
    expect(api.requests).toBe(5)
    expect(clock.waited).toBeGreaterThanOrEqual(6 * SECOND)
  })

  test.each<FaultKind>(['error', 'html', 'reset', 'hang', 'half'])(
    '(%s) that stays is tried three times and no more',
    async (kind) => {
      const { api, zoom } = opened()
      await api.get(users)
      zoom.fail({ kind })
      expect(await problemOf(api.get(users))).toMatchObject({ kind: 'unavailable', retryAt: null })
      expect(api.requests).toBe(5)
    },
  )

  test('on the way to the token is one like any other', async () => {
    const { api, zoom } = opened()
    zoom.fail({ kind: 'error', on: /token/ })
    expect(await problemOf(api.get(users))).toMatchObject({ kind: 'unavailable' })
    expect(api.requests).toBe(3)
    zoom.recover()
    await api.get(users)
  })

  test('of a page that a proxy puts in place of an answer is told from a refusal', async () => {
    const page = () => new Response('<html>Sign in to the hotel</html>', { status: 200 })
    const passing = answered(page, () => Response.json({ users: [] }))
    expect(await passing.api.get(users)).toEqual({ users: [] })
    const moved = () => new Response(null, { status: 302, headers: { location: 'https://hotel.example' } })
    expect(await problemOf(answered(moved, moved, moved).api.get(users))).toMatchObject({ kind: 'unavailable' })
    const forbidden = answered(() => new Response('<html>403</html>', { status: 403 }))
    expect(await problemOf(forbidden.api.get(users))).toMatchObject({ kind: 'unavailable' })
    expect(forbidden.api.requests).toBe(2)
  })

  test('of an answer without end is given up at 20 MB', async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1e6)) }))
    const problem = await problemOf(answered(endless, endless, endless).api.get(users))
    expect(problem.message).toContain('more than 20 MB')
  })
})

describe('a limit', () => {
  const tooFast = (headers: Record<string, string> = {}) =>
    refusal(429, 429, 'You have reached the maximum per-second rate limit.', { 'x-ratelimit-type': 'QPS', ...headers })

  test('of the second is waited for a few times, then told with a minute to rest', async () => {
    const passing = answered(tooFast(), tooFast(), () => Response.json({ users: [] }))
    expect(await passing.api.get(users)).toEqual({ users: [] })
    const { api, clock } = answered(tooFast(), tooFast(), tooFast(), tooFast(), tooFast())
    const problem = await problemOf(api.get(users))
    expect(problem).toMatchObject({ kind: 'limited', retryAt: clock.now() + MINUTE })
    expect(api.requests).toBe(5)
  })

  test('is waited for as long as Zoom says, in seconds or until a date', async () => {
    const inSeconds = answered(tooFast({ 'retry-after': '7' }), () => Response.json({ users: [] }))
    await inSeconds.api.get(users)
    expect(inSeconds.clock.waited).toBe(7 * SECOND)
    const longer = answered(tooFast({ 'retry-after': '2026-04-01T12:05:00Z' }))
    expect(await problemOf(longer.api.get(users))).toMatchObject({ retryAt: Date.parse('2026-04-01T12:05:00Z') })
    expect(longer.api.requests).toBe(2)
  })

  test('of the day is told at once with the date until which it holds, without one the next day of UTC', async () => {
    const { api, zoom, clock, room } = opened()
    zoom.limits.spendDay(30_000, clock.now())
    const midnight = Date.parse('2026-04-02T00:00:00Z')
    expect(await problemOf(api.get(detail(room.uuid)))).toMatchObject({ kind: 'limited', retryAt: midnight })
    expect(api.requests).toBe(2)
    await api.get(users)
    const dateless = answered(refusal(429, 429, 'You have reached the maximum daily rate limit for this API.'))
    expect(await problemOf(dateless.api.get(users))).toMatchObject({ retryAt: midnight })
  })

  test('is never met by many calls of every class at once', async () => {
    const { api, zoom, clock, room } = opened({ plan: 'pro' })
    const from = clock.now()
    const light: ApiCall = { path: `/webinars/${room.platformId}`, rate: 'light', scope: 'webinar:read:webinar' }
    await Promise.all(
      Array.from({ length: 50 }, () => [api.get(users), api.get(light), api.get(detail(room.uuid))]).flat(),
    )
    expect(zoom.counted).toMatchObject({ tooFast: 0, byRate: { light: 50, medium: 50, heavy: 50 } })
    expect(clock.now() - from).toBeLessThan(HOUR)
    expect(zoom.counted.byStatus).toEqual({ 200: 151 })
  })

  test('of a day that is over does not hold any more', async () => {
    const { api, zoom, clock, room } = opened()
    zoom.limits.spendDay(30_000, clock.now())
    clock.pass(DAY)
    await api.get(detail(room.uuid))
  })
})

test('a uuid is encoded twice, as Zoom wants it of those with a slash', () => {
  expect(encoded('/a+b//c==')).toBe('%252Fa%252Bb%252F%252Fc%253D%253D')
})
