import { expect, test } from 'vitest'
import { keyWith, makeCompany, makeHouse } from './company.ts'

interface Problem {
  type: string
  title: string
  status: number
  detail: string
  field?: string
}

async function problem(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as Problem
  expect(body).toMatchObject({ type: expect.any(String), title: expect.any(String), status: response.status })
  return body
}

test('without a key, with a malformed one, one of nobody and one of another workspace: 401 that says how', async () => {
  const [kiwi, lime] = [makeCompany('kiwi00000001'), makeCompany('lime00000001')]
  const house = makeHouse(kiwi)
  const keys = [undefined, 'x', 'Bearer rk_kiwi00000001_wrong', `Bearer ${lime.apiKey}`, `Basic ${kiwi.apiKey}`]
  for (const authorization of keys) {
    const response = await house.fetch('/api/v1/webinars', { headers: authorization ? { authorization } : {} })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect((await problem(response)).detail).toContain('rk_')
  }
})

test('a key may do what its scopes say and nothing else', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const calls: [string, string, object | undefined][] = [
    ['GET', '/webinars', undefined],
    ['POST', '/activities', []],
    ['POST', '/sources', { platform: 'zoom' }],
  ]
  for (const [i, scope] of ['read', 'write', 'manage'].entries()) {
    const limited = keyWith(kiwi, scope)
    for (const [j, [method, path, body]] of calls.entries()) {
      const init = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
      const headers = { ...init.headers, authorization: `Bearer ${limited.apiKey}` }
      const { status } = await house.fetch(`/api/v1${path}`, { method, ...init, headers })
      expect([scope, path, status === 403]).toEqual([scope, path, i !== j])
    }
  }
})

test('nobody can say of himself that the front has let him in', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const headers = { 'ripen-caller': 'local', authorization: `Bearer rk_${kiwi.ws.id}_wrong` }
  expect((await house.fetch('/api/v1/webinars', { headers })).status).toBe(403)
  expect((await house.fetch('/workspace', { method: 'PUT', headers })).status).toBe(404)
})

test('a wrong member is named, in the body and in the query', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const added = await problem(await house.send(kiwi, 'POST', '/sources', { platform: 'zoom', sekret: 'x' }))
  expect(added).toMatchObject({ status: 400, detail: expect.stringContaining('sekret') })
  const unknown = await problem(await house.send(kiwi, 'POST', '/sources', { platform: 'zoon' }))
  expect(unknown).toMatchObject({ status: 400, field: 'platform' })
  const version = await problem(await house.send(kiwi, 'GET', '/model/versions/two', undefined as never))
  expect(version).toMatchObject({ status: 400, field: 'version' })
})

test('a body that is no JSON is 400, one of another content type 415', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  for (const path of ['/activities', '/sources', '/model/publish'])
    expect([path, (await problem(await house.send(kiwi, 'POST', path, '{"a":'))).status]).toEqual([path, 400])
  const headers = { authorization: `Bearer ${kiwi.apiKey}`, 'content-type': 'text/plain' }
  const asText = await house.fetch('/api/v1/activities', { method: 'POST', headers, body: 'x' })
  expect((await problem(asText)).status).toBe(415)
  const imported = await house.fetch('/api/v1/imports', { method: 'POST', headers, body: 'x' })
  expect((await problem(imported)).status).toBe(400)
  expect(house.errors).toEqual([])
})

test('an address that does not exist is 404 with a problem document', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  expect((await problem(await house.fetch('/nope'))).status).toBe(404)
  expect((await problem(await house.send(kiwi, 'POST', '/nope', {}))).status).toBe(404)
})

test('an error that nobody foresaw is 500, says nothing of itself and is reported', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  kiwi.ws.db.exec('DROP TABLE webinar_name')
  kiwi.ws.db.exec('DROP TABLE standing')
  kiwi.ws.db.exec('DROP TABLE webinar')
  const response = await house.send(kiwi, 'PATCH', '/webinars/w_1', { kind: 'demo' })
  const body = await problem(response)
  expect(body).toEqual({ type: 'about:blank', title: 'Something went wrong in Ripen', status: 500 })
  expect(house.errors).toHaveLength(1)
})

test('every answer carries the security headers, whatever it is', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const headers = { authorization: `Bearer ${kiwi.apiKey}` }
  const answers = [
    await house.fetch('/healthz'),
    await house.fetch('/docs'),
    await house.fetch('/openapi.json'),
    await house.fetch('/nope'),
    await house.fetch('/schemas/activities/page.viewed.json'),
    await house.fetch('/api/v1/webinars', { headers }),
    await house.fetch('/api/v1/webinars'),
    await house.hook(kiwi, '{}'),
    await house.hook(kiwi, '{}', 'wrong'),
  ]
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toMatch(/no-store|no-cache/)
  }
})
