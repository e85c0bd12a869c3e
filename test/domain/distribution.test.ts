import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distributionOf } from '../../src/domain/distribution.ts'
import { FirstOf } from '../../src/domain/first-of.ts'
import { runs } from '../laws/seed.ts'

test('of a handful of scores every whole one has a bin, thresholds included', () => {
  const scores = new Map([
    [1, [2, 0]],
    [3, [0, 2]],
  ] as const)
  expect(distributionOf(scores, [0, 4])).toEqual({
    width: 1,
    bins: [
      { from: 0, to: 1, before: 0, after: 0 },
      { from: 1, to: 2, before: 2, after: 0 },
      { from: 2, to: 3, before: 0, after: 0 },
      { from: 3, to: 4, before: 0, after: 2 },
      { from: 4, to: 5, before: 0, after: 0 },
    ],
  })
})

test('a few who are far away from all others do not make the bins wide: they stand in one without an end', () => {
  const scores = new Map(Array.from({ length: 100 }, (_, score): [number, [number, number]] => [score, [10, 10]]))
  scores.set(-9000, [1, 2]).set(9000, [3, 0])
  const { width, bins } = distributionOf(scores, [30, 70])
  expect(width).toBe(5)
  expect([bins.length, bins[0], bins[1], bins.at(-1)]).toEqual([
    22,
    { from: null, to: 0, before: 1, after: 2 },
    { from: 0, to: 5, before: 50, after: 50 },
    { from: 100, to: null, before: 3, after: 0 },
  ])
})

test('thresholds that are conditions need no bin, and of nobody there are none', () => {
  expect(distributionOf(new Map([[0, [1, 1]]]), [{ score: 90 }, { grade: 'A' }]).bins.length).toBe(1)
  expect(distributionOf(new Map(), [30, 70]).bins).toEqual([])
})

const scores = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.nat(40), fc.nat(40)), {
    selector: ([score]) => score,
    minLength: 1,
    maxLength: 60,
  })
  .map((all) => new Map(all.map(([score, before, after]) => [score, [before, after] as const])))

test('everybody is in exactly one bin, bins follow each other without a gap, and there are few of them', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: -100, max: 500 }), fc.nat(500), (scores, mql, more) => {
      const { width, bins } = distributionOf(scores, [mql, mql + more])
      expect(bins.length).toBeLessThanOrEqual(42)
      for (const [index, { from, to, ...counts }] of bins.entries()) {
        if (from !== null && to !== null) expect(to - from).toBe(width)
        if (index > 0) expect(from).toBe(bins[index - 1]!.to)
        const inside = [...scores].filter(([score]) => score >= (from ?? -Infinity) && score < (to ?? Infinity))
        const sum = (side: 0 | 1) => inside.reduce((sum, [, counts]) => sum + counts[side], 0)
        expect(counts).toEqual({ before: sum(0), after: sum(1) })
      }
      const [low, high] = [bins[0]!.from ?? -Infinity, bins.at(-1)!.to ?? Infinity]
      for (const [score, [before, after]] of scores)
        if (before + after > 0) expect(score >= low && score < high).toBe(true)
      for (const mark of [mql, mql + more]) expect(mark >= low && mark < high).toBe(true)
    }),
    runs(300),
  )
})

test('the first of a row are those that a full sort would put first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (all, most) => {
      const first = new FirstOf<number>(most, (a, b) => a - b)
      for (const each of all) first.add(each)
      expect(first.items).toEqual(all.toSorted((a, b) => a - b).slice(0, most))
    }),
    runs(300),
  )
})
