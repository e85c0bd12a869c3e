import { expect, test } from 'vitest'
import { createWorkspaceApp } from '../../src/http/workspace/app.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { type House, keyWith, makeCompany, makeHouse, makeHouseWith } from './company.ts'
import { localhost, ownerOf, type Visitor, visitorOf } from './visitor.ts'

const inKiwi = { 'ripen-workspace': 'kiwi0000' }
const activity = {
  specversion: '1.0',
  id: 'a1',
  source: '/site',
  type: 'page.viewed',
  time: '2026-04-19T10:00:00Z',
  data: { person: { email: 'dana@lime.example' }, url: 'https://kiwi.example/pricing', seconds: 40 },
}

async function statusOf(call: Promise<Response>): Promise<number> {
  return (await call).status
}

/** Posts an activity with headers of the caller's choice in place of what a browser says by itself. */
function post(house: House, visitor: Visitor, headers: Record<string, string>): Promise<Response> {
  const cookie = visitor.setCookie!.split(';')[0]!
  const init = { method: 'POST', headers: { ...inKiwi, cookie, ...headers }, body: JSON.stringify(activity) }
  return house.fetch(`${localhost}/api/v1/activities`, init)
}

test('somebody who is signed in names the workspace in a header, or while reading in the address', async () => {
  const house = makeHouse(makeCompany('kiwi0000'), makeCompany('lime0000'))
  const visitor = await ownerOf(house)
  const byHeader = await visitor.call('GET', '/api/v1/workspace', { headers: inKiwi })
  expect(await byHeader.json()).toMatchObject({ id: 'kiwi0000' })
  const byAddress = await visitor.call('GET', '/api/v1/workspace?workspace=lime0000')
  expect(await byAddress.json()).toMatchObject({ id: 'lime0000' })
  expect(await statusOf(visitor.call('GET', '/api/v1/workspace'))).toBe(400)
  expect(await statusOf(visitor.call('POST', '/api/v1/activities', { body: activity, headers: inKiwi }))).toBe(200)
  expect(await statusOf(visitor.call('POST', '/api/v1/activities?workspace=kiwi0000', { body: activity }))).toBe(400)
})

test("another's workspace and one that nobody has look alike: 404", async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const ask = (slug: string) => visitor.call('GET', `/api/v1/webinars?workspace=${slug}`)
  const unknown = await ask('melon000')
  expect([unknown.status, await unknown.json()]).toMatchObject([404, { type: '/docs#problem-not_found' }])
  expect(house.directory.membership('somebody else', 'kiwi0000')).toBe(
    house.directory.membership('somebody else', 'melon000'),
  )
})

test('the workspace sees the role and the call, never the session', async () => {
  const seen: Request[] = []
  const workspace = async (_id: string, request: Request) => {
    seen.push(request)
    return Response.json({})
  }
  const house = makeHouseWith({ workspace }, makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  await visitor.call('GET', '/api/v1/webinars?q=a+b&workspace=kiwi0000&limit=5')
  const { url, headers } = seen[0]!
  expect(new URL(url).search).toBe('?q=a+b&limit=5')
  expect([headers.get('ripen-caller'), headers.get('cookie')]).toEqual(['owner', null])
  expect(headers.get('ripen-member')).toBe('name=Noa+Barak&email=noa%40kiwi.example')
  const claims: [string, string][] = [
    ['ripen-caller', 'local'],
    ['ripen-member', 'name=Eve&email=eve%40kiwi.example'],
  ]
  for (const claim of claims)
    for (const key of [{} as Record<string, string>, { authorization: `Bearer ${makeCompany('lime0000').apiKey}` }])
      expect(
        await statusOf(
          visitor.call('GET', '/api/v1/webinars', { headers: { ...inKiwi, ...key, [claim[0]]: claim[1] } }),
        ),
      ).toBe(403)
})

test('who is signed in signs and publishes in their own name, and cannot take another', async () => {
  const kiwi = makeCompany('kiwi0000')
  const house = makeHouse(kiwi)
  const visitor = await ownerOf(house)
  const call = async (method: string, path: string, body: unknown) => {
    const answer = await visitor.call(method, `/api/v1/model/${path}`, { headers: inKiwi, body })
    return [answer.status, await answer.json()] as const
  }
  const { model } = await house.get<{ model: object }>(kiwi, '/model')
  const [, { draft }] = await call('PUT', 'draft', { model: { ...model, followUpDays: 20 } })
  expect(draft).toMatchObject({ revision: 1, updatedBy: 'Noa Barak' })
  expect((await call('POST', 'draft/sign', { side: 'sales', revision: 1, name: 'Sam' }))[0]).toBe(400)
  const [status, signed] = await call('POST', 'draft/sign', { side: 'sales', revision: 1 })
  expect([status, signed.draft.signed]).toMatchObject([200, { marketing: null, sales: { by: 'Noa Barak' } }])
  const byKey = { side: 'marketing', revision: 1, name: 'Dana' }
  expect((await house.send(kiwi, 'POST', '/model/draft/sign', byKey)).status).toBe(200)
  expect(await call('POST', 'publish', { draft: 1 })).toEqual([200, { version: 2 }])
  expect(await house.get(kiwi, '/model/versions/2')).toMatchObject({ publishedBy: 'Noa Barak' })
})

test('without a session the answer is 401, under an insecure name 403', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const none = await visitorOf(house).call('GET', '/api/v1/webinars', { headers: inKiwi })
  expect([none.status, none.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  const made = visitorOf(house, undefined, { cookie: 'ripen-8787=made.up' })
  expect(await statusOf(made.call('GET', '/api/v1/webinars', { headers: inKiwi }))).toBe(401)
  const insecure = visitorOf(house, 'http://ripen.kiwi.example', { cookie: 'ripen-80=made.up' })
  expect(await statusOf(insecure.call('GET', '/api/v1/webinars', { headers: inKiwi }))).toBe(403)
})

test('a changing call needs the origin of Ripen itself, whatever its body claims to be', async () => {
  const house = makeHouse(makeCompany('kiwi0000'))
  const visitor = await ownerOf(house)
  const json = { 'content-type': 'application/json' }
  const expected: [number, Record<string, string>][] = [
    [200, { ...json, 'sec-fetch-site': 'same-origin' }],
    [200, { ...json, origin: localhost }],
    [403, json],
    [403, { ...json, origin: 'https://evil.example' }],
    [403, { ...json, origin: 'http://localhost:9000' }],
    [403, { ...json, origin: 'null' }],
    [403, { ...json, 'sec-fetch-site': 'cross-site' }],
    [403, { ...json, 'sec-fetch-site': 'same-site', origin: localhost }],
    [403, { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }],
    [403, { 'content-type': 'application/x-www-form-urlencoded', origin: localhost }],
  ]
  for (const [status, headers] of expected)
    expect([await statusOf(post(house, visitor, headers)), headers]).toEqual([status, headers])
})

test('the public address counts as own origin too, where a proxy changes the name', async () => {
  const outside = { url: 'https://ripen.kiwi.example', trustProxy: true }
  const house = makeHouseWith({ outside }, makeCompany('kiwi0000'))
  const https = { 'x-forwarded-proto': 'https' }
  const visitor = await ownerOf(house, localhost, https)
  const headers = { ...https, 'content-type': 'application/json', origin: 'https://ripen.kiwi.example' }
  expect(await statusOf(post(house, visitor, headers))).toBe(200)
})

test('an API key goes before a session and needs no origin', async () => {
  const [kiwi, lime] = [makeCompany('kiwi0000'), makeCompany('lime0000')]
  const house = makeHouse(kiwi, lime)
  const visitor = await ownerOf(house)
  const headers = { ...inKiwi, authorization: `Bearer ${lime.apiKey}` }
  expect(await (await visitor.call('GET', '/api/v1/workspace', { headers })).json()).toMatchObject({ id: 'lime0000' })
  expect(await statusOf(post(house, visitor, { ...headers, 'content-type': 'application/json' }))).toBe(200)
  expect(await statusOf(post(house, visitor, { authorization: 'Basic eDp5', origin: localhost }))).toBe(401)
})

test('each role may do what its work needs', async () => {
  const { ws } = makeCompany('kiwi0000')
  const app = createWorkspaceApp(ws, () => {})
  const { model } = currentModel(ws)
  const calls: Record<string, [method: string, path: string, body?: object]> = {
    read: ['GET', 'webinars'],
    write: ['POST', 'activities', activity],
    tie: ['POST', 'webinars/w_1/ties', { connection: '0', person: 'p_1' }],
    untie: ['DELETE', 'webinars/w_1/ties/0'],
    merge: ['POST', 'people/p_1/merge', { into: 'p_2' }],
    unmerge: ['POST', 'people/p_1/unmerge', { merge: 1 }],
    draft: ['PUT', 'model/draft', { model }],
    marketing: ['POST', 'model/draft/sign', { side: 'marketing', revision: 0, name: 'Eve' }],
    sales: ['POST', 'model/draft/sign', { side: 'sales', revision: 0, name: 'Eve' }],
    signed: ['POST', 'model/publish', { draft: 99 }],
    unsigned: ['POST', 'model/publish', { model: { ...model, followUpDays: 0 } }],
    rollback: ['POST', 'model/rollback', { version: 99 }],
    rescore: ['POST', 'model/rescore'],
  }
  async function allowed(role: string): Promise<string[]> {
    const names: string[] = []
    for (const [name, [method, path, body]] of Object.entries(calls)) {
      const headers = { 'ripen-caller': role, 'content-type': 'application/json' }
      const init = { method, headers, body: body ? JSON.stringify(body) : null }
      const { status } = await app.fetch(new Request(`http://ripen.localhost/api/v1/${path}`, init))
      if (status !== 403) names.push(name)
    }
    return names
  }
  expect(await allowed('owner')).toEqual(Object.keys(calls))
  const repairs = ['tie', 'untie', 'merge', 'unmerge']
  expect(await allowed('producer')).toEqual(['read', 'write', ...repairs])
  expect(await allowed('marketer')).toEqual(['read', 'write', ...repairs, 'draft', 'marketing', 'signed'])
  expect(await allowed('sales')).toEqual(['read', 'draft', 'sales', 'signed'])
  expect(await allowed('partner')).toEqual(['read'])
  expect(await allowed('constructor')).toEqual([])
})

test('a key that may manage may work on the formula, one that only writes may not', async () => {
  const kiwi = makeCompany('kiwi0000')
  const house = makeHouse(kiwi)
  const { model } = currentModel(kiwi.ws)
  const save = async (...scopes: string[]) =>
    (await house.send(keyWith(kiwi, ...scopes), 'PUT', '/model/draft', { model })).status
  expect([await save('read', 'write'), await save('manage'), await save('formula')]).toEqual([403, 200, 200])
})
