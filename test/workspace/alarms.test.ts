import { expect, onTestFinished, test, vi } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { addSource, changeSecret } from '../../src/workspace/add-source.ts'
import { alarms } from '../../src/workspace/alarms.ts'
import { drain, nextDue } from '../../src/workspace/drain.ts'
import { listSources } from '../../src/workspace/list-sources.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { watchSources } from '../../src/workspace/watch-sources.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { type Delivery, STARTS_AT, signatureOf, signed, WEBINAR_ID, zoomRun } from '../zoom-run.ts'

const minute = 60_000
const run = zoomRun(200)
const momentOfDelivery = ({ body }: Delivery): number => JSON.parse(body).event_ts
const inOrder = run.toSorted((a, b) => momentOfDelivery(a) - momentOfDelivery(b))
const before = inOrder.filter((delivery) => momentOfDelivery(delivery) < STARTS_AT - 20 * minute)
const after = inOrder.slice(before.length)

/** Zoom's side of a source, and what whoever runs Ripen is told. */
function hooked(ws: Workspace) {
  const { path, source } = addSource(ws, { platform: 'zoom', secret: SECRET })
  const key = path.split('/').at(-1)!
  const post = (body: string, secret = SECRET) =>
    receiveZoom(ws, key, signatureOf(signed(body, secret)), new TextEncoder().encode(body))
  return { post, source: source.id }
}

function company(now: number) {
  const { ws, clock } = makeWorkspace(now)
  const notices: string[] = []
  Object.assign(ws, { notice: (event: string, code: string) => notices.push(`${event}: ${code}`) })
  /** A minute or so later, when the clock has woken whoever looks. */
  const at = (moment: number) => {
    clock.now = moment
    drain(ws, 1_000)
    return kinds(ws)
  }
  return { ws, clock, at, notices, ...hooked(ws) }
}

const kinds = (ws: Workspace) => alarms(ws).alarms.map(({ source, kind }) => `${source} ${kind}`)

async function sent(post: (body: string) => Promise<unknown>, deliveries: readonly Delivery[]): Promise<void> {
  for (const { body } of deliveries) await post(body)
}

test('an ordinary webinar raises no alarm at any minute', async () => {
  const { ws, clock, at, post, notices } = company(STARTS_AT - 20 * minute)
  await sent(post, before)
  drained(ws)
  let next = 0
  for (let now = -20; now <= 130; now++) {
    const due = after.filter((delivery) => momentOfDelivery(delivery) <= STARTS_AT + now * minute)
    clock.now = STARTS_AT + now * minute
    await sent(post, due.slice(next))
    next = due.length
    expect([now, at(clock.now)]).toEqual([now, []])
  }
  expect(next).toBeGreaterThan(400)
  expect(notices).toEqual([])
})

test('nothing of a room five minutes after its start is told once, also across a restart, and is over when it speaks', async () => {
  const { ws, clock, at, post, notices, source } = company(STARTS_AT - 20 * minute)
  await sent(post, before)
  expect(at(STARTS_AT + 4 * minute)).toEqual([])
  expect(at(STARTS_AT + 6 * minute)).toEqual(['s1 never_started'])
  const [alarm] = alarms(ws).alarms
  expect(alarm).toMatchObject({
    ...{ id: 'a1', source, since: momentOf(STARTS_AT), beganAt: momentOf(clock.now), speaks: false },
    webinar: { id: expect.stringMatching(/^w_/), startsAt: momentOf(STARTS_AT) },
    text: expect.stringMatching(/6 min ago.*webhooks do not arrive/),
  })
  expect(listSources(ws)).toMatchObject({ items: [{ id: source, alarm }], alarms: [alarm] })
  expect(at(STARTS_AT + 8 * minute)).toEqual(['s1 never_started'])

  const options = { id: 'acme0000', now: () => clock.now, secret: new Uint8Array(32) }
  const again = openWorkspace(ws.db, { ...options, migrations: readMigrations('workspace') })
  Object.assign(again, { notice: ws.notice })
  clock.now += minute
  drain(again, 1_000)
  expect(kinds(again)).toEqual(['s1 never_started'])
  expect(notices).toEqual(['source alarm: s1 never_started'])

  clock.now += minute
  await sent(post, after.slice(0, 1))
  expect(at(clock.now + 1_000)).toEqual([])
  expect(notices).toEqual(['source alarm: s1 never_started', 'source alarm over: s1 never_started'])
  expect(listSources(ws)).toMatchObject({ items: [{ alarm: null }], alarms: [] })
})

test('registrations that go on arriving are told apart from a source of which nothing arrives', async () => {
  const { ws, clock, at, post } = company(STARTS_AT - 20 * minute)
  const [last, ...others] = before.toReversed()
  await sent(post, others)
  clock.now = STARTS_AT + 5 * minute
  await sent(post, [last!])
  expect(at(STARTS_AT + 6 * minute)).toEqual(['s1 never_started'])
  expect(alarms(ws).alarms[0]).toMatchObject({ speaks: true, text: expect.stringContaining('other events do') })
})

test('when nothing comes from a full room it is told after a while, with how many are in it', async () => {
  const { ws, clock, at, post, notices } = company(STARTS_AT - 20 * minute)
  await sent(post, before)
  const breaks = STARTS_AT + 12 * minute
  for (const delivery of after) {
    if (momentOfDelivery(delivery) > breaks) break
    clock.now = Math.max(clock.now, momentOfDelivery(delivery))
    await sent(post, [delivery])
  }
  drained(ws)
  expect(at(breaks + 9 * minute)).toEqual([])
  expect(at(breaks + 15 * minute)).toEqual(['s1 silent'])
  const [alarm] = alarms(ws).alarms
  expect(alarm!.people).toBeGreaterThan(100)
  await sent(post, after.slice(-1))
  expect(at(clock.now + 1_000)).toEqual([])
  expect(notices).toEqual(['source alarm: s1 silent', 'source alarm over: s1 silent'])
})

test('deliveries that are refused for their signature are told at once, until one fits or the secret is changed', async () => {
  const { ws, clock, at, post, source } = company(STARTS_AT - 20 * minute)
  await post(before[0]!.body, 'wrong')
  expect(at(clock.now + minute)).toEqual([])
  expect(listSources(ws).items[0]).toMatchObject({ state: 'wrong_secret' })
  await sent(post, before.slice(0, 1))
  expect(at(clock.now + minute)).toEqual([])
  await post(before[1]!.body, 'wrong')
  expect(at(clock.now + 6_000)).toEqual(['s1 refused'])
  expect(listSources(ws).items[0]).toMatchObject({ state: 'wrong_secret', alarm: { kind: 'refused', webinar: null } })
  await sent(post, before.slice(1, 2))
  expect(at(clock.now + 2_000)).toEqual([])

  await post(before[2]!.body, 'new')
  expect(at(clock.now + 10_000)).toEqual(['s1 refused'])
  changeSecret(ws, source, 'new')
  expect(at(clock.now + 2_000)).toEqual([])
  expect(listSources(ws).items[0]).toMatchObject({ state: 'delivering' })
})

test('only the source that spoke of a webinar has to speak of it again', async () => {
  const { ws, at, post } = company(STARTS_AT - 20 * minute)
  const other = hooked(ws)
  await sent(post, before)
  await sent(other.post, [{ ...before[0]!, body: before[0]!.body.replaceAll(String(WEBINAR_ID), '87000000001') }])
  expect(at(STARTS_AT + 6 * minute)).toEqual(['s1 never_started', 's2 never_started'])
})

test('a host whose clock must be set is told when it has to be looked at the sources again', async () => {
  const { ws, clock, at, post } = company(STARTS_AT - 3 * 24 * 60 * minute)
  await sent(post, before)
  drained(ws)
  const scheduled = [1 * 24 * 60 * minute, -5 * minute].map((ahead) => STARTS_AT - ahead)
  expect(nextDue(ws)).toBeLessThanOrEqual(scheduled[0]!)
  at(scheduled[0]! + minute)
  drained(ws)
  expect(nextDue(ws)).toBeLessThanOrEqual(scheduled[1]!)
  expect(at(scheduled[1]!)).toEqual(['s1 never_started'])
  expect(nextDue(ws)).toBeLessThanOrEqual(clock.now + minute)
})

test('a fault in looking at the sources holds nothing up', async () => {
  const { ws, clock, at, post } = company(STARTS_AT - 20 * minute)
  const faults: string[] = []
  Object.assign(ws, { report: (event: string) => faults.push(event) })
  await sent(post, before)
  ws.db.exec('DROP TABLE source_alarm')
  clock.now = STARTS_AT + 6 * minute
  expect(drain(ws, 1_000)).toEqual({ remaining: 0 })
  expect(faults).toContain('sources could not be watched')
  expect(() => at(clock.now)).toThrow('source_alarm')
})

test('after a start with many webinars, each look derives some of them, and the one that knows them all raises the alarms', async () => {
  const { ws, clock, post } = company(STARTS_AT - 20 * minute)
  const others = [1, 2, 3].flatMap((more) =>
    before.map(({ body }) => body.replaceAll(String(WEBINAR_ID), String(WEBINAR_ID + more))),
  )
  await sent(post, [...before, ...others.map((body) => ({ ...before[0]!, body }))])
  drained(ws)
  clock.now = STARTS_AT + 6 * minute
  const options = { id: 'acme0000', now: () => clock.now, secret: new Uint8Array(32) }
  const again = openWorkspace(ws.db, { ...options, migrations: readMigrations('workspace') })
  let now = 0
  const slow = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
  onTestFinished(() => slow.mockRestore())
  const looks = Array.from({ length: 4 }, () => watchSources(again).length)
  expect(looks).toEqual([0, 0, 0, 4])
  expect(kinds(again)).toEqual(Array(4).fill('s1 never_started'))
})
