import { expect, test } from 'vitest'
import { addSource, changeSecret } from '../../src/workspace/add-source.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { quarantine, replayDelivery } from '../../src/workspace/quarantine.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { STARTS_AT, signatureOf, signed, zoomRun } from '../zoom-run.ts'

const now = STARTS_AT

function hooked(secret?: string) {
  const { ws, clock } = makeWorkspace(now)
  const { path, source } = addSource(ws, { platform: 'zoom', secret })
  const key = path.split('/').at(-1)!
  const post = (body: string, signedWith = 'first', timestamp?: string) =>
    receiveZoom(ws, key, signatureOf(signed(body, signedWith, timestamp)), new TextEncoder().encode(body))
  return { ws, clock, post, key, source: source.id }
}

function deliveries(ws: Workspace) {
  const columns = 'outcome, event, reason, late, length(body) AS bytes, received_at AS at'
  return ws.db.prepare<Record<string, unknown>>(`SELECT ${columns} FROM delivery ORDER BY number`).all()
}

const bytes = (text: string) => new TextEncoder().encode(text).length
const registration = zoomRun(1).find(({ event }) => event === 'webinar.registration_created')!.body

test('a signed delivery is kept raw with what became of it', async () => {
  const { ws, post } = hooked('first')
  const unknown = JSON.stringify({ event: 'webinar.something_new', payload: {} })
  for (const body of [registration, registration, unknown, '{"event":']) expect((await post(body)).status).toBe(204)
  expect(deliveries(drained(ws))).toMatchObject([
    { outcome: 'accepted', event: null, reason: null, bytes: bytes(registration), at: now },
    { outcome: 'duplicate', event: 'webinar.registration_created', reason: null, bytes: null },
    { outcome: 'ignored', event: 'webinar.something_new', bytes: bytes(unknown) },
    { outcome: 'quarantined', event: null, bytes: 9 },
  ])
})

test('what is signed but cannot be read is listed with the reason', async () => {
  const { ws, post } = hooked('first')
  await post('[1]')
  const { items } = quarantine(drained(ws))
  expect(items).toEqual([
    {
      id: 'd1',
      source: 's1',
      receivedAt: '2026-04-01T11:00:00.000Z',
      reason: expect.stringContaining('list'),
      late: false,
    },
  ])
})

test('a quarantined delivery is read again with the reader of today, as of its own arrival', async () => {
  const { ws, clock, post } = hooked('first')
  await post('not json')
  drained(ws)
  ws.db.prepare('UPDATE delivery SET body = ? WHERE number = 1').run(new TextEncoder().encode(registration))
  clock.now += 1_000_000
  expect(await replayDelivery(ws, 'd1')).toEqual({ outcome: 'accepted' })
  expect(quarantine(ws).items).toEqual([])
  expect(findPeople(drained(ws), {}).items).toHaveLength(1)
  const { received } = ws.db
    .prepare<{ received: number }>('SELECT max(time + received_after) AS received FROM fact')
    .get()!
  expect(received).toBe(now)
})

test('a delivery that still cannot be read stays in quarantine', async () => {
  const { ws, post } = hooked('first')
  await post('not json')
  drained(ws)
  expect(await replayDelivery(ws, 'd1')).toEqual({ outcome: 'quarantined', reason: expect.any(String) })
  expect(quarantine(ws).items).toHaveLength(1)
})

test('only what is in quarantine can be replayed', async () => {
  const { ws, post } = hooked('first')
  await post(registration)
  drained(ws)
  for (const id of ['d1', 'd2', 'x', 'd-1', 'd1e9'])
    await expect(replayDelivery(ws, id)).rejects.toThrow('in quarantine')
})

test('a badly signed delivery is refused, counted, and nothing of it is kept', async () => {
  const { ws, post, key } = hooked('first')
  for (const secret of ['wrong', 'wrong', '']) expect((await post(registration, secret || ' ')).status).toBe(401)
  drained(ws)
  expect(deliveries(ws)).toEqual([])
  expect(ws.db.prepare('SELECT bad_signatures FROM source WHERE hook_key = ?').get(key)).toEqual({ bad_signatures: 3 })
})

test('a hook key that nobody has is not found', async () => {
  const { ws } = hooked('first')
  const headers = signatureOf(signed(registration, 'first'))
  expect(await receiveZoom(ws, 'acme0000.unknown', headers, new TextEncoder().encode(registration))).toEqual({
    status: 404,
  })
})

test('after a change of the secret the one before it is still accepted, an older one is not', async () => {
  const { ws, post, source } = hooked('first')
  changeSecret(ws, source, 'second')
  expect([(await post(registration, 'first')).status, (await post(registration, 'second')).status]).toEqual([204, 204])
  changeSecret(ws, source, 'third')
  expect([(await post(registration, 'first')).status, (await post(registration, 'second')).status]).toEqual([401, 204])
})

test('a source without a secret refuses everything', async () => {
  const { post } = hooked()
  expect((await post(registration, 'first')).status).toBe(401)
})

test('secrets are not readable in the database', () => {
  const { ws } = hooked('a-very-secret-token')
  const { secret } = ws.db.prepare<{ secret: Uint8Array }>('SELECT secret FROM source').get()!
  expect(new TextDecoder().decode(secret)).not.toContain('secret')
})

test('the challenge is answered with the secret that signed it, and is no delivery', async () => {
  const { ws, post, source } = hooked('first')
  changeSecret(ws, source, 'second')
  const answer = await post(
    JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'abc' } }),
    'first',
  )
  // printf abc | openssl dgst -sha256 -hmac first
  const encryptedToken = 'c2bc64f1f16e344843291ce8e03371951e50b33c465c14639872ab57c15e2172'
  expect(answer).toEqual({ status: 200, body: { plainToken: 'abc', encryptedToken } })
  expect(deliveries(ws)).toEqual([])
})

test('a signature more than two hours old is taken and marked late', async () => {
  const { ws, post } = hooked('first')
  await post(registration, 'first', String(now / 1000 - 7_201))
  await post(registration, 'first', String(now / 1000 - 7_200))
  expect(deliveries(ws).map(({ late }) => late)).toEqual([1, 0])
})
