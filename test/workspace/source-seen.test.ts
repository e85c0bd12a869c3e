import { expect, test } from 'vitest'
import { addSource } from '../../src/workspace/add-source.ts'
import { drain } from '../../src/workspace/drain.ts'
import { listSources } from '../../src/workspace/list-sources.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { signatureOf, signed, zoomRun } from '../zoom-run.ts'

const now = Date.UTC(2026, 4, 1)

function zoomSource(ws: Workspace) {
  const { path } = addSource(ws, { platform: 'zoom', secret: SECRET })
  const key = path.split('/').at(-1)!
  return (body: string, secret = SECRET) =>
    receiveZoom(ws, key, signatureOf(signed(body, secret)), new TextEncoder().encode(body))
}

const challenge = JSON.stringify({
  event: 'endpoint.url_validation',
  event_ts: now,
  payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' },
})
const bodies = zoomRun(10).map(({ body }) => body)

test('a new source has seen nothing yet', () => {
  const { ws } = makeWorkspace(now)
  zoomSource(ws)
  expect(listSources(ws).items).toMatchObject([{ validatedAt: null, lastDeliveryAt: null, deliveries: 0 }])
})

test('an answered URL validation shows at once, and still after it was stored', async () => {
  const { ws, clock } = makeWorkspace(now)
  const post = zoomSource(ws)
  expect((await post(challenge)).status).toBe(200)
  const seen = { validatedAt: momentOf(now), deliveries: 0, lastDeliveryAt: null }
  expect(listSources(ws).items).toMatchObject([seen])
  drained(ws)
  expect(ws.validated.size).toBe(0)
  clock.now += 60_000
  expect(listSources(ws).items).toMatchObject([seen])
})

test('a validation that was signed with another secret is none', async () => {
  const { ws } = makeWorkspace(now)
  const post = zoomSource(ws)
  expect((await post(challenge, 'wrong')).status).toBe(401)
  expect(listSources(ws).items).toMatchObject([{ validatedAt: null, badSignatures: 1 }])
})

test('stored deliveries are counted by source, each once, whenever the drain looks', async () => {
  const { ws, clock } = makeWorkspace(now)
  const [one, other] = [zoomSource(ws), zoomSource(ws)]
  let sent = 0
  for (const body of bodies) {
    clock.now += 700
    expect((await one(body)).status).toBe(204)
    sent++
    if (sent % 3 === 0) drain(ws, 1)
    expect(listSources(ws).items).toMatchObject([
      { deliveries: sent, lastDeliveryAt: momentOf(clock.now) },
      { deliveries: 0, lastDeliveryAt: null },
    ])
  }
  clock.now += 5_000
  await other(bodies[0]!)
  await one(bodies[0]!, 'wrong')
  drained(ws)
  clock.now += 5_000
  drained(ws)
  expect(listSources(ws).items).toMatchObject([
    { deliveries: sent, badSignatures: 1 },
    { deliveries: 1, lastDeliveryAt: momentOf(clock.now - 5_000) },
  ])
  expect(ws.db.prepare('SELECT number, deliveries FROM source').all()).toEqual([
    { number: 1, deliveries: sent },
    { number: 2, deliveries: 1 },
  ])
})

test('the list of sources reads no delivery that is counted already', async () => {
  const { ws } = makeWorkspace(now)
  const plan = ws.db
    .prepare<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT source, received_at, number FROM delivery
       WHERE number > (SELECT ifnull(max(counted_to), 0) FROM source) ORDER BY number LIMIT 10`,
    )
    .all()
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('SEARCH delivery USING INTEGER PRIMARY KEY')
})
