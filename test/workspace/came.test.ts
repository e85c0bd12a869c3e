import { expect, test } from 'vitest'
import { daysFrom } from '../../src/store/source-days.ts'
import { allRejected } from '../../src/store/source-rejected.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { noteFetched } from '../../src/workspace/came.ts'
import { drainFor } from '../../src/workspace/drain.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { quarantine } from '../../src/workspace/quarantine.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { replayDelivery } from '../../src/workspace/replay-deliveries.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { signatureOf, signed, zoomRun } from '../zoom-run.ts'

// In Jerusalem it is half past midnight of 2 April.
const now = Date.parse('2026-04-01T21:30:00Z')
const today = Date.UTC(2026, 3, 2) / 86_400_000
const registrations = zoomRun(400).filter(({ event }) => event === 'webinar.registration_created')

const month = 30 * 24 * 3_600_000

/** A company of a month ago, with a source of then. */
function hooked() {
  const { ws, clock } = makeWorkspace(now - month)
  const { path } = addSource(ws, { platform: 'zoom', secret: SECRET })
  clock.now = now
  const key = path.split('/').at(-1)!
  const post = (body: string, secret = SECRET) =>
    receiveZoom(ws, key, signatureOf(signed(body, secret)), new TextEncoder().encode(body))
  return { ws, clock, post }
}

const happenedAt = (body: string, at: number) => JSON.stringify({ ...JSON.parse(body), event_ts: at })
const days = (ws: Workspace) => daysFrom(ws.db, 0)
const reasons = (ws: Workspace) =>
  allRejected(ws.db).map(({ reason, ...rest }) => ({ ...rest, reason: JSON.parse(reason).text }))

test('deliveries are counted by what became of them, on the day of the company’s own calendar', async () => {
  const { ws, clock, post } = hooked()
  const [one, other] = registrations.map(({ body }) => body)
  const unknown = JSON.stringify({ event: 'webinar.sang', event_ts: now - 500, payload: {} })
  await post(happenedAt(one!, now - 1_500))
  await post(happenedAt(one!, now - 1_500))
  for (const body of [unknown, '{"event":', '[1]']) await post(body)
  drained(ws)
  clock.now -= 3_600_000
  await post(happenedAt(other!, clock.now - 5 * 60_000))
  drained(ws)
  const sender = 'webhooks/1'
  expect(days(ws)).toEqual([
    {
      ...{ sender, day: today - 1, came: 1, taken: 1, duplicate: 0, ignored: 0, rejected: 0 },
      ...{ timed: 1, late: 1, delay: 300_000, longestDelay: 300_000, lastAt: now - 3_600_000 },
    },
    {
      ...{ sender, day: today, came: 5, taken: 1, duplicate: 1, ignored: 1, rejected: 2 },
      ...{ timed: 3, late: 0, delay: 3_500, longestDelay: 1_500, lastAt: now },
    },
  ])
  expect(reasons(ws)).toMatchObject([
    { sender, times: 1, lastAt: now, example: 'd5', reason: expect.stringContaining('list') },
    { sender, times: 1, lastAt: now, example: 'd4', reason: expect.any(String) },
  ])
})

test('what is brought in a day after it happened, or happened before its source was there, is not late', async () => {
  const { ws, post } = hooked()
  await post(happenedAt(registrations[0]!.body, now - 25 * 3_600_000))
  await post(happenedAt(registrations[1]!.body, now + 700))
  expect(days(drained(ws))).toMatchObject([{ came: 2, timed: 1, late: 0, delay: 0 }])
  ws.db.prepare('UPDATE source SET created_at = ?').run(now - 1_000)
  await post(happenedAt(registrations[2]!.body, now - 2_000))
  expect(days(drained(ws))).toMatchObject([{ came: 3, timed: 1, delay: 0 }])
})

test('deliveries that are refused for their signature came, and are rejected', async () => {
  const { ws, post } = hooked()
  for (let times = 0; times < 3; times++) expect((await post('{}', 'wrong')).status).toBe(401)
  drained(ws)
  await post('{}', 'wrong')
  expect(days(drained(ws))).toMatchObject([{ sender: 'webhooks/1', came: 4, rejected: 4, timed: 0 }])
  expect(reasons(ws)).toMatchObject([{ times: 4, reason: expect.stringContaining('signature'), example: null }])
})

test('to count deliveries takes one statement for all that are read at once, not one each', async () => {
  const { ws, post } = hooked()
  drained(ws)
  for (const { body } of registrations) await post(body)
  const counted: string[] = []
  const { prepare } = ws.db
  Object.assign(ws.db, {
    prepare: (sql: string) => {
      const statement = prepare.call(ws.db, sql)
      if (!/source_(day|rejected|series)/.test(sql)) return statement
      const run = (...values: never[]) => {
        counted.push(sql)
        statement.run(...values)
      }
      return { ...statement, run }
    },
  })
  let slices = 0
  const { relaxed } = ws
  Object.assign(ws, {
    relaxed: <T>(job: () => T) => {
      slices++
      return relaxed(job)
    },
  })
  while (drainFor(ws, 20)) {}
  expect(days(ws)).toMatchObject([{ taken: registrations.length }])
  expect(registrations.length).toBe(400)
  expect(counted.length).toBeLessThanOrEqual(2 * slices)
  expect(slices).toBeLessThan(registrations.length / 4)
})

test('a reading that breaks off is not counted, and what begins again is counted once', async () => {
  const { ws, post } = hooked()
  for (const { body } of registrations.slice(0, 5)) await post(body)
  const { relaxed } = ws
  const fault = new Error('a fault of ours')
  Object.assign(ws, {
    relaxed: <T>(job: () => T) =>
      relaxed(() => {
        job()
        throw fault
      }),
  })
  expect(() => drainFor(ws, 100)).toThrow(fault)
  expect(days(ws)).toEqual([])
  Object.assign(ws, { relaxed })
  expect(days(drained(ws))).toMatchObject([{ came: 5, taken: 5 }])
})

test('a delivery that is read after all turns from rejected into taken on the day on which it came', async () => {
  const { ws, clock, post } = hooked()
  await post('not json')
  drained(ws)
  clock.now += 3 * 24 * 3_600_000
  const { id } = quarantine(ws).items[0]!
  await replayDelivery(ws, id)
  expect(days(ws)).toMatchObject([{ day: today, came: 1, rejected: 1, taken: 0 }])
  ws.db.prepare('UPDATE delivery SET body = ?').run(new TextEncoder().encode(registrations[0]!.body))
  await replayDelivery(ws, id)
  expect(days(ws)).toMatchObject([{ day: today, came: 1, rejected: 0, taken: 1 }])
})

const viewed = (id: string, source: string, more: object = {}) => ({
  ...{ specversion: '1.0', id, source, type: 'page.viewed', time: '2026-04-01T21:28:00Z' },
  data: { person: { email: 'dana@kiwi.example' }, url: 'https://shop.example/pricing' },
  ...more,
})

test('activities are counted by the system that they come from and by whoever let it in', async () => {
  const { ws } = hooked()
  await receiveActivities(ws, [viewed('1', 'shop'), viewed('1', 'shop'), viewed('2', '/crm/eu')], '…x7Qa')
  await receiveActivities(ws, viewed('3', 'shop'), 'session')
  await receiveActivities(ws, [viewed('4', 'shop', { time: 'noon' }), 7], '…x7Qa')
  expect(days(ws)).toMatchObject([
    { sender: 'activities/session/shop', came: 1, taken: 1, late: 1, timed: 1, delay: 120_000 },
    { sender: 'activities/…x7Qa/', came: 1, rejected: 1, timed: 0 },
    { sender: 'activities/…x7Qa//crm/eu', came: 1, taken: 1 },
    { sender: 'activities/…x7Qa/shop', came: 3, taken: 1, duplicate: 1, rejected: 1 },
  ])
})

test('why an activity was rejected is remembered without anything that is about a person', async () => {
  const { ws } = hooked()
  const wrong = (id: string, data: object, more: object = {}) => viewed(id, 'shop', { data, ...more })
  await receiveActivities(ws, [
    wrong('visit-7', { person: { email: 'Dana Levi' }, url: '/a' }),
    wrong('dana@kiwi.example/2', { person: { phone: 'zero five 4' }, url: '/a' }),
    wrong('8', { person: { email: 'dana@kiwi.example' }, url: 9725012345678 }),
    viewed('9', 'shop', { type: 'page.sang' }),
    viewed('+972 50 1234567', 'shop', { time: 'when Dana came' }),
  ])
  const kept = reasons(ws)
  expect(kept).toHaveLength(5)
  expect(JSON.stringify(kept)).not.toMatch(/dana|levi|zero|1234567/i)
  expect(kept.map(({ example }) => example)).toEqual(expect.arrayContaining(['visit-7', '…', '8', '9']))
  expect(JSON.stringify(kept)).toContain('page.sang is not known; expected')
})

test('who gives itself ever new names is counted with all the others', async () => {
  const { ws } = hooked()
  for (let i = 0; i < 60; i++) await receiveActivities(ws, viewed(`${i}`, `system-${i}`), '…x7Qa')
  await receiveActivities(ws, viewed('again', 'system-1'), '…x7Qa')
  const came = days(ws)
  expect(came).toHaveLength(21)
  expect(came).toContainEqual(expect.objectContaining({ sender: 'activities//', came: 40 }))
  expect(came).toContainEqual(expect.objectContaining({ sender: 'activities/…x7Qa/system-1', came: 2 }))
})

test('a reason that is met again and again is one, and the newest twenty are kept', async () => {
  const { ws, clock } = hooked()
  const typeOf = (i: number) => `page.${String.fromCharCode(97 + Math.floor(i / 10), 97 + (i % 10))}`
  const lists = Array.from({ length: 50 }, (_, i) => viewed(`${i}`, 'shop', { type: typeOf(i) }))
  await receiveActivities(ws, lists.slice(0, 30))
  clock.now += 1_000
  await receiveActivities(ws, lists.slice(25, 45))
  clock.now += 1_000
  await receiveActivities(ws, lists.slice(40))
  const kept = reasons(ws)
  expect([kept.length, kept.filter(({ times }) => times === 2).length]).toEqual([20, 5])
  expect(kept.filter(({ lastAt }) => lastAt === clock.now)).toHaveLength(10)
  expect(kept.filter(({ lastAt }) => lastAt === now)).toEqual([])
})

test('files are counted by their kind: with something new, with nothing new, and refused', async () => {
  const { ws } = hooked()
  const bytes = new TextEncoder().encode('Email,Outcome,Date\ndana@kiwi.example,won,2026-03-01\n')
  await receiveActivities(ws, viewed('1', 'shop'))
  await importFile(ws, { file: 'deals.csv', bytes })
  await importFile(ws, { file: 'deals.csv', bytes })
  const wrong = new TextEncoder().encode('Dana Levi,+972501234567\n')
  await expect(importFile(ws, { file: 'dana.csv', bytes: wrong })).rejects.toThrow()
  expect(days(ws).filter(({ sender }) => sender.startsWith('files'))).toMatchObject([
    { sender: 'files/', came: 1, rejected: 1 },
    { sender: 'files/outcomes', came: 2, taken: 1, duplicate: 1, timed: 0 },
  ])
  const { reason } = allRejected(ws.db)[0]!
  expect(JSON.parse(reason)).toMatchObject({ text: expect.any(String), key: expect.stringMatching(/^file\./) })
  expect(reason).not.toMatch(/dana|levi|9725/i)
})

test('what a source’s API gave is counted apart from its webhooks', () => {
  const { ws } = hooked()
  ws.transaction(() => noteFetched(ws, 1, { taken: 300, duplicate: 20, platformIds: ['81234567890'] }))
  expect(days(ws)).toMatchObject([{ sender: 'api/1', came: 320, taken: 300, duplicate: 20, timed: 0 }])
})
