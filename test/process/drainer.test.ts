import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { Drainer } from '../../src/hosts/node/drainer.ts'
import { countUnread } from '../../src/workspace/read-deliveries.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import { STARTS_AT, zoomRun } from '../zoom-run.ts'

let drainer: Drainer
afterEach(() => {
  drainer.stop()
  vi.useRealTimers()
})

/** A workspace with deliveries that nobody has read, and whoever reads them while `mayRun`, made after `before`. */
async function makeUnread(mayRun: (rested: number) => boolean, before = () => {}): Promise<Workspace> {
  const { ws } = makeWorkspace(STARTS_AT)
  const post = makeHook(drained(ws))
  for (const delivery of zoomRun(2)) await post(delivery)
  before()
  drainer = new Drainer(() => [ws], mayRun)
  return ws
}

test('nothing is read while somebody waits for a commit, and at once when nobody does', async () => {
  let waits = true
  const ws = await makeUnread(() => !waits)
  const unread = countUnread(ws)
  drainer.wake(ws)
  await setTimeout(100)
  expect(countUnread(ws)).toBe(unread)
  waits = false
  drainer.goOn()
  expect(countUnread(ws)).toBeLessThan(unread)
})

test('a storm in which each commit is followed by the next leaves a turn between any two', async () => {
  let waits = false
  const ws = await makeUnread(() => !waits)
  drainer.wake(ws)
  const next = () => {
    waits = false
    drainer.goOn()
    waits = true
  }
  waits = true
  for (let turn = 0; turn < 50 && countUnread(ws) > 0; turn++) {
    next()
    await setTimeout(2)
  }
  expect(countUnread(ws)).toBe(0)
})

const clockOfNode = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'performance',
] as const

test('in a storm whose batches come 10 ms apart nothing is read for 50 ms, and then all', async () => {
  const ws = await makeUnread(
    () => true,
    () => vi.useFakeTimers({ toFake: [...clockOfNode] }),
  )
  const unread = countUnread(ws)
  for (let at = 0; at < 50; at += 10) {
    drainer.wake(ws)
    vi.advanceTimersByTime(10)
    expect(countUnread(ws)).toBe(unread)
  }
  drainer.wake(ws)
  vi.advanceTimersByTime(1)
  expect(countUnread(ws)).toBe(0)
})

test('what nothing follows is read after 25 ms', async () => {
  const ws = await makeUnread(
    () => true,
    () => vi.useFakeTimers({ toFake: [...clockOfNode] }),
  )
  drainer.wake(ws)
  vi.advanceTimersByTime(24)
  expect(countUnread(ws)).toBeGreaterThan(0)
  vi.advanceTimersByTime(2)
  expect(countUnread(ws)).toBe(0)
})
