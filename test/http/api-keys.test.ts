import { expect, test } from 'vitest'
import { type Company, keyWith, makeCompany, makeHouse } from './company.ts'

interface Key {
  id: string
  name: string
  lastUsedOn: string | null
}

function begin() {
  const kiwi = makeCompany('kiwi0000')
  const house = makeHouse(kiwi)
  async function make(body: object) {
    const answer = await house.send(kiwi, 'POST', '/api-keys', body)
    return { status: answer.status, json: (await answer.json()) as { key: Key; apiKey: string; field?: string } }
  }
  const listed = async () => (await house.get<{ items: Key[] }>(kiwi, '/api-keys')).items
  const status = async (company: Company, path = '/webinars') =>
    (await house.fetch(`/api/v1${path}`, { headers: { authorization: `Bearer ${company.apiKey}` } })).status
  return { kiwi, house, make, listed, status }
}

test('a key is shown once, is listed by its end, and may what its scopes say', async () => {
  const { kiwi, house, make, listed, status } = begin()
  const { status: made, json } = await make({ name: 'CRM sync', scopes: ['read'] })
  expect([made, json]).toEqual([
    201,
    {
      apiKey: expect.stringMatching(/^rk_kiwi0000_/),
      key: {
        ...{ id: expect.stringMatching(/^k_[0-9a-f]{16}$/), name: 'CRM sync', ending: `…${json.apiKey.slice(-4)}` },
        ...{ scopes: ['read'], createdAt: '2026-04-20T00:00:00.000Z', createdBy: 'API key', lastUsedOn: null },
      },
    },
  ])
  expect(JSON.stringify(await listed())).not.toContain(json.apiKey)
  const reader = { ...kiwi, apiKey: json.apiKey }
  expect([await status(reader), await status(reader, '/api-keys'), await status(reader, '/audit')]).toEqual([
    ...[200, 403, 403],
  ])
  expect((await house.send(reader, 'POST', '/activities', {})).status).toBe(403)
  expect((await house.send(reader, 'POST', '/api-keys', { name: 'more', scopes: ['manage'] })).status).toBe(403)
})

test('a revoked key is answered 401 at its next call, and there is no revoking it twice', async () => {
  const { kiwi, house, make, listed, status } = begin()
  const { key, apiKey } = (await make({ name: 'Old', scopes: ['read'] })).json
  const old = { ...kiwi, apiKey }
  expect(await status(old)).toBe(200)
  expect((await house.send(kiwi, 'DELETE', `/api-keys/${key.id}`, undefined)).status).toBe(204)
  expect(await status(old)).toBe(401)
  expect((await listed()).map(({ name }) => name)).toEqual(['First key'])
  for (const id of [key.id, 'k_', 'k_%25', 'x'])
    expect((await house.send(kiwi, 'DELETE', `/api-keys/${id}`, undefined)).status).toBe(404)
})

test('the day on which a key was last used is noted by one write a day, that does not wait for the disk', async () => {
  const { kiwi, make, listed, status } = begin()
  const { apiKey } = (await make({ name: 'Busy', scopes: ['read'] })).json
  const writes: string[] = []
  const { relaxed, transaction } = kiwi.ws
  const counted = (kind: string, run: <T>(job: () => T) => T) => (job: () => unknown) => {
    writes.push(kind)
    return run(job)
  }
  Object.assign(kiwi.ws, {
    relaxed: counted('relaxed', relaxed),
    transaction: counted('durable', transaction),
  })
  for (let i = 0; i < 5; i++) expect(await status({ ...kiwi, apiKey })).toBe(200)
  expect(writes).toEqual(['relaxed'])
  Object.assign(kiwi.ws, { relaxed, transaction })
  expect((await listed()).find(({ name }) => name === 'Busy')).toMatchObject({ lastUsedOn: '2026-04-20' })
})

test('a key without a name, without a scope or with one that there is not is refused by the field', async () => {
  const { make } = begin()
  for (const [body, field] of [
    [{ name: ' ', scopes: ['read'] }, 'name'],
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['all'] }, 'scopes.0'],
  ] as const)
    expect(await make(body)).toMatchObject({ status: 400, json: { field } })
})

test('a key reads as files what it may read, but only one that may manage sees keys and log', async () => {
  const { kiwi, status } = begin()
  for (const [scopes, seen] of [
    [['read'], [404, 403, 403]],
    [['write'], [403, 403, 403]],
    [['manage'], [403, 200, 200]],
  ] as const) {
    const company = keyWith(kiwi, ...scopes)
    const paths = ['/webinars/w_none/ranking.csv', '/api-keys', '/audit.csv']
    expect([scopes, await Promise.all(paths.map((path) => status(company, path)))]).toEqual([scopes, seen])
  }
})
