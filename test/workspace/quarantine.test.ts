import { expect, test } from 'vitest'
import { addSource, changeSecret } from '../../src/workspace/add-source.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import {
  discardDelivery,
  discardedDeliveries,
  quarantine,
  quarantinedBody,
  quarantinedDelivery,
} from '../../src/workspace/quarantine.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { replayDeliveries, replayDelivery } from '../../src/workspace/replay-deliveries.ts'
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
      key: 'unreadable.list',
      params: {},
      late: false,
      event: null,
      bytes: 3,
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

test('all of them are read again, a hundred at a time, and those that still cannot be are passed over', async () => {
  const { ws, post } = hooked('first')
  const mended = zoomRun(200).filter(({ event }) => event === 'webinar.registration_created')
  for (let i = 0; i < 130; i++) await post(`not json ${i}`)
  drained(ws)
  for (let number = 1; number <= 130; number += 2)
    ws.db
      .prepare('UPDATE delivery SET body = ? WHERE number = ?')
      .run(new TextEncoder().encode(mended[number]!.body), number)
  const first = await replayDeliveries(ws, {})
  expect([first.items.length, first.left, first.next]).toEqual([100, 30, 'd100'])
  expect(first.items.slice(0, 2)).toEqual([
    { id: 'd1', outcome: 'accepted' },
    { id: 'd2', outcome: 'quarantined', reason: expect.any(String) },
  ])
  const rest = await replayDeliveries(ws, { after: first.next! })
  expect([rest.items.length, rest.left, rest.next]).toEqual([30, 0, null])
  expect([quarantine(ws).items.length, findPeople(drained(ws), { limit: '500' }).items.length]).toEqual([65, 65])
  expect(await replayDeliveries(ws, { after: 'd129', limit: 5 })).toMatchObject({ items: [{ id: 'd130' }], next: null })
})

test('one that Ripen fails to store when it is read again stays, with that as its reason, and holds up no other', async () => {
  const { ws, post } = hooked('first')
  const [one, other] = zoomRun(9).filter(({ event }) => event === 'webinar.registration_created')
  await post('not json 1')
  await post('not json 2')
  drained(ws)
  for (const [at, { body }] of [one!, other!].entries())
    ws.db.prepare('UPDATE delivery SET body = ? WHERE number = ?').run(new TextEncoder().encode(body), at + 1)
  ws.db.exec(`CREATE TRIGGER fault BEFORE INSERT ON person_key WHEN new.text LIKE '%person0@%'
              BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END`)
  expect((await replayDeliveries(ws, {})).items).toEqual([
    { id: 'd1', outcome: 'quarantined', reason: expect.stringContaining('failed to store') },
    { id: 'd2', outcome: 'accepted' },
  ])
  expect(quarantine(ws).items).toMatchObject([{ id: 'd1', reason: expect.stringContaining('failed to store') }])
})

test('the body of one is shown as text: indented where it is JSON, cut where it is long, unseen signs by their numbers', async () => {
  const { ws, post } = hooked('first')
  const hostile = JSON.stringify({ event: 'webinar.updated', payload: '\u202e<script>\u0007' })
  for (const body of [`[${hostile}]`, `\ufeff{"event":"a`, '['.repeat(90_000), '']) await post(body)
  drained(ws)
  expect(quarantinedDelivery(ws, 'd1')).toEqual({
    ...quarantine(ws).items[3],
    isCut: false,
    body: '[\n  {\n    "event": "webinar.updated",\n    "payload": "\\u202e<script>\\u0007"\n  }\n]',
  })
  expect(quarantinedDelivery(ws, 'd2').body).toBe('\\ufeff{"event":"a')
  expect(quarantinedDelivery(ws, 'd3')).toMatchObject({ bytes: 90_000, isCut: true, body: '['.repeat(20_000) })
  expect(quarantinedDelivery(ws, 'd4')).toMatchObject({ bytes: 0, isCut: false, body: '' })
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(quarantinedBody(ws, 'd2'))).toBe('\ufeff{"event":"a')
  expect(() => quarantinedBody(ws, 'd5')).toThrow('read or thrown away meanwhile')
})

test('one that is thrown away is gone with its body, and who did it and when is kept', async () => {
  const { ws, clock, post } = hooked('first')
  await post('not json')
  drained(ws)
  clock.now += 60_000
  discardDelivery(ws, 'd1', 'Dana Levi')
  expect(quarantine(ws).items).toEqual([])
  expect(discardedDeliveries(ws).items).toMatchObject([
    { id: 'd1', reason: expect.any(String), discardedAt: '2026-04-01T11:01:00.000Z', discardedBy: 'Dana Levi' },
  ])
  expect(deliveries(ws)).toMatchObject([{ outcome: 'discarded', bytes: null }])
  for (const again of [() => discardDelivery(ws, 'd1', 'x'), () => quarantinedDelivery(ws, 'd1')])
    expect(again).toThrow('in quarantine')
  await expect(replayDelivery(ws, 'd1')).rejects.toThrow('in quarantine')
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
