import { afterEach, expect, test, vi } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { backlog, catchUp, drain, drainFor } from '../../src/workspace/drain.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { currentVersion } from '../../src/workspace/live-models.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { quarantine } from '../../src/workspace/quarantine.ts'
import { countUnread } from '../../src/workspace/read-deliveries.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import { STARTS_AT, zoomRun } from '../zoom-run.ts'

const registrations = zoomRun(300).filter(({ event }) => event === 'webinar.registration_created')
const some = registrations.slice(0, 5)

afterEach(() => void vi.restoreAllMocks())

function makeSource() {
  const { ws } = makeWorkspace(STARTS_AT)
  drained(ws)
  return { ws, post: makeHook(ws) }
}

function outcomes(ws: Workspace): string[] {
  return ws.db
    .prepare<{ outcome: string }>('SELECT outcome FROM delivery ORDER BY number')
    .all()
    .map(({ outcome }) => outcome)
}

test('what was acknowledged waits in the backlog until it was read', async () => {
  const { ws, post } = makeSource()
  for (const delivery of some) await post(delivery)
  expect([countUnread(ws), backlog(ws)]).toEqual([5, 5])
  expect(drain(ws, 1_000)).toEqual({ remaining: 0 })
  expect([countUnread(ws), findPeople(ws, {}).items.length]).toEqual([0, 5])
})

test('a reading that breaks off begins again where it began, and counts nothing twice', async () => {
  const { ws, post } = makeSource()
  for (const delivery of some) await post(delivery)
  const full = new Refused('unavailable', 'The disk is full.')
  const { relaxed } = ws
  const failing = Object.assign(ws, {
    relaxed: <T>(job: () => T) =>
      relaxed(() => {
        job()
        throw full
      }),
  })
  expect(() => drainFor(failing, 1_000)).toThrow(full)
  expect(countUnread(ws)).toBe(5)
  Object.assign(ws, { relaxed })
  expect(findPeople(drained(ws), {}).items).toHaveLength(5)
  expect(outcomes(ws)).toEqual(some.map(() => 'accepted'))
})

test('whoever asks is answered with what has just come in, and also when that cannot be read', async () => {
  const { ws, post } = makeSource()
  await post(some[0]!)
  catchUp(ws)
  expect(countUnread(ws)).toBe(0)
  const faults: unknown[] = []
  const full = new Refused('unavailable', 'The disk is full.')
  const failing = Object.assign(ws, {
    report: (_: string, error: unknown) => void faults.push(error),
    relaxed: () => {
      throw full
    },
  })
  await post(some[1]!)
  catchUp(failing)
  expect([countUnread(ws), faults]).toEqual([1, [full]])
})

test('one that Ripen fails to store waits in the quarantine, and the others are read', async () => {
  const { ws, post } = makeSource()
  const faults: string[] = []
  const broken = Object.assign(ws, { report: (event: string) => void faults.push(event) })
  ws.db.exec(`CREATE TRIGGER fault BEFORE INSERT ON person_key WHEN new.text LIKE '%person2@%'
              BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END`)
  for (const delivery of some) await post(delivery)
  expect(findPeople(drained(broken), {}).items).toHaveLength(4)
  expect(outcomes(ws).toSorted()).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'quarantined'])
  expect(quarantine(ws).items).toMatchObject([{ reason: expect.stringContaining('failed to store') }])
  expect(faults).toEqual(['a delivery could not be stored'])
})

test('whatever was read in one go with one that fails is read once, and the next go is quick again', async () => {
  const { ws, post } = makeSource()
  ws.db.exec(`CREATE TRIGGER fault BEFORE INSERT ON person_key WHEN new.text LIKE '%person150@%'
              BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END`)
  for (const delivery of registrations) await post(delivery)
  expect(findPeople(drained(ws), { limit: 500 }).items).toHaveLength(299)
  const counted = ws.db.prepare('SELECT came, taken, rejected FROM source_day').all()
  expect([counted, ws.turn.readsApart]).toEqual([[{ came: 300, taken: 299, rejected: 1 }], false])
  expect(ws.db.prepare('SELECT count(*) AS facts FROM fact WHERE key IS NOT NULL').get()).toEqual({ facts: 299 })
})

test('scoring everybody anew keeps nothing that comes in waiting for more than a second', async () => {
  const { ws, post } = makeSource()
  for (const delivery of registrations.slice(1)) await post(delivery)
  drained(ws)
  const { version } = publishModel(ws, currentModel(ws).model)
  drainFor(ws, 0)
  await post(registrations[0]!)
  const clock = vi.spyOn(performance, 'now').mockReturnValue(ws.turn.readAt + 999)
  drainFor(ws, 0)
  expect([countUnread(ws), currentVersion(ws)]).toEqual([1, version - 1])
  clock.mockReturnValue(ws.turn.readAt + 1_001)
  drainFor(ws, 0)
  expect([countUnread(ws), currentVersion(ws)]).toEqual([0, version - 1])
  clock.mockRestore()
  expect(findPeople(drained(ws), {}).items).toHaveLength(50)
  expect(currentVersion(ws)).toBe(version)
})
