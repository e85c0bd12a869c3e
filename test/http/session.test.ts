import { expect, test, vi } from 'vitest'
import { Attempts } from '../../src/http/attempts.ts'
import { makeCompany, makeHouse, makeHouseWith } from './company.ts'
import { owner, ownerOf, password, signIn, stateOf, visitorOf } from './visitor.ts'

const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ripen.kiwi.example' }
const behindProxy = { outside: { url: null, trustProxy: true } }
const signedIn = {
  state: 'signed_in',
  user: { name: 'Noa Barak', email: 'noa@kiwi.example' },
  workspaces: [{ slug: 'kiwi0000', name: 'kiwi0000', role: 'owner' }],
}

test('until somebody owns this Ripen its state is setup, then signed out or signed in', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  expect(await stateOf(visitorOf(house))).toEqual({ state: 'setup' })
  const visitor = await ownerOf(house)
  expect(await stateOf(visitor)).toEqual(signedIn)
  expect(await stateOf(visitorOf(house))).toEqual({ state: 'signed_out' })
})

test('signing in answers the session, signing out ends it everywhere', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  await ownerOf(house)
  const visitor = visitorOf(house)
  const answer = await signIn(visitor, { email: ' Noa@KIWI.example ' })
  expect([answer.status, await answer.json()]).toEqual([200, signedIn])
  const cookie = visitor.setCookie!.split(';')[0]!
  const out = await visitor.call('DELETE', '/session')
  expect([out.status, visitor.setCookie]).toEqual([204, 'ripen-8787=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
  expect(await stateOf(visitorOf(house, undefined, { cookie }))).toEqual({ state: 'signed_out' })
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const wrong = await signIn(visitor, { password: 'ten lettres' })
  const others = ['dana@kiwi.example', 'dana', ''].map((email) => signIn(visitor, { email }))
  const refusal = await wrong.json()
  expect([wrong.status, refusal]).toMatchObject([
    401,
    { detail: 'The e-mail address or the password is wrong.', key: 'door.wrongPassword', params: {} },
  ])
  for (const other of await Promise.all(others)) expect([other.status, await other.json()]).toEqual([401, refusal])
  expect(house.errors).toEqual([])
})

test('on localhost the cookie has a plain name with the port, over https the name that binds it to its host', async () => {
  const house = makeHouseWith(behindProxy, makeCompany('kiwi0000'))
  const local = await ownerOf(house)
  expect(local.setCookie).toMatch(/^ripen-8787=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
  const outside = visitorOf(house, 'http://10.0.0.3:8787', proxied)
  const answer = await signIn(outside)
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  expect(outside.setCookie).toMatch(/^__Host-ripen=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/)
  expect(await stateOf(outside)).toEqual(signedIn)
})

test('over plain http under another name than localhost nobody can sign in or set up, and the answer says what to do', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = visitorOf(house, 'http://ripen.kiwi.example')
  expect(await stateOf(visitor)).toEqual({
    state: 'insecure',
    reason: expect.stringMatching(/http:\/\/ripen\.kiwi\.example, plain http.*Use https.*RIPEN_TRUST_PROXY=1/s),
    key: 'door.plainHttp',
    params: { origin: 'http://ripen.kiwi.example' },
  })
  for (const [path, body] of [
    ['/session', owner],
    ['/setup', { token: house.directory.issueLink().token, ...owner }],
    ['/setup/check', { token: 'x' }],
  ] as const) {
    const answer = await visitor.call('POST', path, { body })
    expect([path, answer.status, await answer.json()]).toMatchObject([path, 403, { state: 'insecure' }])
  }
  expect(await stateOf(visitorOf(house))).toEqual({ state: 'setup' })
})

test('what a proxy says is believed only where it is trusted', async () => {
  const doubtful = visitorOf(makeHouse(makeCompany('kiwi0000')), 'http://ripen.kiwi.example', proxied)
  expect(await stateOf(doubtful)).toMatchObject({
    state: 'insecure',
    reason: expect.stringContaining('RIPEN_TRUST_PROXY=1'),
  })
  const trusted = visitorOf(makeHouseWith(behindProxy, makeCompany('kiwi0000')), 'http://ripen.kiwi.example', proxied)
  expect(await stateOf(trusted)).toEqual({ state: 'setup' })
})

test('a page elsewhere that reaches Ripen as localhost, by a proxy that hides it, is refused a password', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  await ownerOf(house)
  const answer = await signIn(visitorOf(house, undefined, { origin: 'https://ripen.kiwi.example' }))
  expect([answer.status, await answer.json()]).toMatchObject([403, { detail: expect.stringContaining('a proxy') }])
})

test('a session is prolonged by use after a day, and ends after 30 days without', async () => {
  const day = 24 * 60 * 60 * 1000
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + day / 2 })
  try {
    visitor.setCookie = null
    expect(await stateOf(visitor)).toEqual(signedIn)
    expect(visitor.setCookie).toBeNull()
    vi.setSystemTime(Date.now() + 20 * day)
    const call = await visitor.call('GET', '/api/v1/webinars?workspace=kiwi0000')
    expect([call.status, visitor.setCookie]).toEqual([200, expect.stringContaining('Max-Age=2592000')])
    vi.setSystemTime(Date.now() + 20 * day)
    expect(await stateOf(visitor)).toEqual(signedIn)
    vi.setSystemTime(Date.now() + 31 * day)
    expect(await stateOf(visitor)).toEqual({ state: 'signed_out' })
    const late = await visitor.call('GET', '/api/v1/webinars?workspace=kiwi0000')
    expect([late.status, await late.json()]).toMatchObject([401, { detail: expect.stringContaining('has ended') }])
  } finally {
    vi.useRealTimers()
  }
})

test('a cookie that was tampered with is no session', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const [name, value] = visitor.setCookie!.split(';')[0]!.split('=') as [string, string]
  for (const other of [value.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')), value.split('.')[0]!, '', '%%%', '.'])
    expect(await stateOf(visitorOf(house, undefined, { cookie: `${name}=${other}` }))).toEqual({ state: 'signed_out' })
  expect(house.errors).toEqual([])
})

test('when the clock goes back, tries of a time that has not come close nothing', async () => {
  const clock = { now: Date.parse('2026-05-12T10:00:00Z') }
  const house = makeHouseWith({ attempts: new Attempts(() => clock.now) }, makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  for (let i = 0; i < 10; i++) await signIn(visitor, { password: 'ten lettres' }, `192.0.2.${i}`)
  clock.now -= 60 * 60 * 1000
  expect((await signIn(visitor, {}, '192.0.2.99')).status).toBe(200)
})

test('ten wrong passwords for an account close it for a quarter of an hour, from wherever they come', async () => {
  const clock = { now: Date.parse('2026-05-12T10:00:00Z') }
  const house = makeHouseWith({ attempts: new Attempts(() => clock.now) }, makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const tries = Array.from({ length: 11 }, (_, i) => signIn(visitor, { password: 'ten lettres' }, `192.0.2.${i}`))
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([...Array(10).fill(401), 429])
  clock.now += 5 * 60 * 1000
  const closed = await signIn(visitor, {}, '192.0.2.99')
  expect([closed.status, closed.headers.get('retry-after'), await closed.json()]).toMatchObject([
    429,
    '600',
    { detail: 'Too many tries. Try again in 10 minutes.' },
  ])
  clock.now += 10 * 60 * 1000
  expect((await signIn(visitor)).status).toBe(200)
})

test('thirty tries from one place close sign-in to it and to nobody else, whichever accounts they were for', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const tries = Array.from({ length: 31 }, (_, i) => signIn(visitor, { email: `p${i}@kiwi.example` }, `2001:db8::${i}`))
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([...Array(30).fill(401), 429])
  expect((await signIn(visitor, {}, '2001:db8::ffff')).status).toBe(429)
  expect((await signIn(visitor, {}, '2001:db8:0:1::1')).status).toBe(200)
})

test('the right password clears what was tried before it', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 9; i++) expect((await signIn(visitor, { password: `${password}${i}` })).status).toBe(401)
    expect((await signIn(visitor)).status).toBe(200)
  }
})

test('a page of another site can neither sign somebody in nor out', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const headers: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:9000' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const other of headers) {
    const begin = await visitor.call('POST', '/session', { body: { email: owner.email, password }, headers: other })
    const end = await visitor.call('DELETE', '/session', { headers: other })
    expect([begin.status, end.status]).toEqual([403, 403])
  }
  expect(await stateOf(visitor)).toEqual(signedIn)
})
