import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Revisions } from '../../src/workspace/revisions.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new AbortController().signal

/** Tells how often somebody who waits again and again was told something. */
function watcher(revisions: Revisions, webinar: number, signal: AbortSignal = never) {
  const told: number[] = []
  const stopped = (async () => {
    for (let known = revisions.of(webinar); !signal.aborted; ) {
      await revisions.waiting(webinar, known, signal)
      known = revisions.of(webinar)
      told.push(known)
    }
  })()
  return { told, stopped }
}

test('a version grows with each change, and goes on growing after a restart', () => {
  let now = 1_000
  const before = new Revisions(() => now)
  expect(before.of(1)).toBe(1_000)
  before.bump([1, 2])
  before.bump([1])
  expect([before.of(1), before.of(2), before.of(3)]).toEqual([1_002, 1_001, 1_000])
  now = 5_000
  const after = new Revisions(() => now)
  expect(after.of(1)).toBeGreaterThan(before.of(1))
  before.bump([1])
  expect(before.of(1)).toBe(5_000)
})

test('nobody is told in the turn in which something changes, for its transaction may still be open', async () => {
  const revisions = new Revisions(() => 0)
  const { told } = watcher(revisions, 1)
  revisions.bump([1])
  await Promise.resolve()
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([1])
})

test('however often a webinar changes, those who watch it are told at most once in 500 ms, and of the last change', async () => {
  const revisions = new Revisions(() => 0)
  const { told } = watcher(revisions, 1)
  for (let ms = 0; ms < 2_000; ms += 10) {
    revisions.bump([1])
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.length).toBeLessThanOrEqual(5)
  expect(told.at(-1)).toBe(200)
})

test('who knows an older version is told at once', async () => {
  const revisions = new Revisions(() => 0)
  revisions.bump([1])
  const told = vi.fn()
  revisions.waiting(1, 0, never).then(told)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toHaveBeenCalledOnce()
})

test('without a change those who wait hear so after 15 s; another webinar does not wake them', async () => {
  const revisions = new Revisions(() => 0)
  const { told } = watcher(revisions, 1)
  revisions.bump([2])
  await vi.advanceTimersByTimeAsync(14_000)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([0])
})

test('a thousand who watch one webinar share its timers, and none runs on when all have left', async () => {
  const revisions = new Revisions(() => 0)
  const stop = new AbortController()
  const watchers = Array.from({ length: 1_000 }, () => watcher(revisions, 1, stop.signal))
  revisions.bump([1])
  expect(vi.getTimerCount()).toBe(2)
  await vi.advanceTimersByTimeAsync(500)
  expect(watchers.every(({ told }) => told.length === 1)).toBe(true)
  stop.abort()
  await Promise.all(watchers.map(({ stopped }) => stopped))
  expect(vi.getTimerCount()).toBe(0)
})

test('who gives up before waiting begins does not wait', async () => {
  const revisions = new Revisions(() => 0)
  await revisions.waiting(1, 0, AbortSignal.abort())
  expect(vi.getTimerCount()).toBe(0)
})

test('when everything has changed, everybody who watches is told', async () => {
  const revisions = new Revisions(() => 0)
  const [one, other] = [watcher(revisions, 1), watcher(revisions, 2)]
  revisions.bumpAll()
  await vi.advanceTimersByTimeAsync(0)
  expect([one.told, other.told]).toEqual([[1], [1]])
})
