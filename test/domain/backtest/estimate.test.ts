import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, type Estimate, shareOf } from '../../../src/domain/backtest/estimate.ts'

const bounds = (estimate: Estimate | null) => [estimate!.from, estimate!.to].map((bound) => Number(bound.toFixed(4)))

test('a share has the Wilson interval of the published examples', () => {
  // Newcombe, Stat Med 1998;17:857-872, table I, method 3.
  expect(bounds(shareOf(81, 263))).toEqual([0.2553, 0.3662])
  expect(bounds(shareOf(15, 148))).toEqual([0.0624, 0.1605])
  expect(bounds(shareOf(0, 20))).toEqual([0, 0.1611])
  expect(bounds(shareOf(1, 29))).toEqual([0.0061, 0.1718])
  expect(shareOf(0, 0)).toBe(null)
})

test('a difference of two shares has the interval of the published examples', () => {
  // Newcombe, Stat Med 1998;17:873-890, table II, method 10.
  expect(bounds(differenceOf(56, 70, 48, 80))).toEqual([0.0524, 0.3339])
  expect(bounds(differenceOf(9, 10, 3, 10))).toEqual([0.1705, 0.809])
  expect(bounds(differenceOf(6, 7, 2, 7))).toEqual([0.0582, 0.8062])
  expect(bounds(differenceOf(5, 56, 0, 29))).toEqual([-0.0381, 0.1926])
  expect(differenceOf(1, 2, 0, 0)).toBe(null)
})

test('an interval holds its value, stays within what can be, and mirrors when the sides change places', () => {
  const part = fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => [a, a + b] as const)
  fc.assert(
    fc.property(part, part, ([hits, all], [otherHits, otherAll]) => {
      const share = shareOf(hits, all)
      if (share)
        expect(0 <= share.from && share.from <= share.value && share.value <= share.to && share.to <= 1).toBe(true)
      const difference = differenceOf(hits, all, otherHits, otherAll)
      const mirrored = differenceOf(otherHits, otherAll, hits, all)
      if (!difference || !mirrored) return
      expect(difference.from <= difference.value && difference.value <= difference.to).toBe(true)
      expect(difference.from).toBeCloseTo(-mirrored.to, 12)
      expect(difference.from).toBeGreaterThanOrEqual(-1 - 1e-12)
    }),
  )
})
