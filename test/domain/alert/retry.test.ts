import { expect, test } from 'vitest'
import { triesAgainAt } from '../../../src/domain/alert/retry.ts'

const [second, minute, hour] = [1_000, 60_000, 3_600_000]

test('tries follow each other as the schedule of Standard Webhooks says, and end after the tenth', () => {
  const waits = Array.from({ length: 10 }, (_, tries) => triesAgainAt(tries + 1, 0, 0))
  expect(waits).toEqual([
    5 * second,
    5 * minute,
    30 * minute,
    ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
    null,
  ])
})

test('those who failed together do not come back together, and none before its time', () => {
  expect([0, 0.5, 1].map((chance) => triesAgainAt(2, 0, chance))).toEqual([300_000, 330_000, 360_000])
})

test('a target that asks to be left alone is, for a day at most', () => {
  expect(triesAgainAt(1, 0, 0, 2 * minute)).toBe(2 * minute)
  expect(triesAgainAt(2, 0, 0, second)).toBe(5 * minute)
  expect(triesAgainAt(1, 0, 0, 90 * hour)).toBe(24 * hour)
})
