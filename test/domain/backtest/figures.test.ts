import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, isIn, rangesOf } from '../../../src/domain/backtest/bands.ts'
import { shareOf } from '../../../src/domain/backtest/estimate.ts'
import { liftOf } from '../../../src/domain/backtest/lift.ts'
import { reachedOf } from '../../../src/domain/backtest/reached.ts'
import { crowd, judged, makeCase, times } from './cases.ts'

const people = fc.array(fc.record({ score: fc.integer({ min: -5, max: 15 }), won: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
})

test('the highest 10 % of 100 with 20 won: 6 of 10 are three times as many, with the Wilson interval over 20 %', () => {
  const top = [...times(6, (at) => judged(100 + at, true)), ...times(4, (at) => judged(90 + at, false))]
  const lift = liftOf([...top, ...crowd(10, 90, 14)], 0.1)!
  const { from, to } = shareOf(6, 10)!
  expect(lift).toMatchObject({ people: 10, won: 6, tied: null })
  expect(lift.lift!.value).toBeCloseTo(3, 12)
  expect([lift.lift!.from, lift.lift!.to]).toEqual([from / 0.2, to / 0.2])
})

test('a cut through equal scores takes their winners in proportion, and says so', () => {
  // 4 above the cut, all won; of the 12 with the score 50, of whom 3 were won, 6 belong to the highest 10 % of 100.
  const lift = liftOf([...crowd(80, 4, 4), ...crowd(50, 12, 3), ...crowd(5, 84, 3)], 0.1)!
  expect(lift).toMatchObject({ people: 10, won: 5.5, tied: { score: 50, people: 12, taken: 6 } })
  expect(lift.lift!.value).toBeCloseTo(5.5, 12)
})

test('10 % of 70 are 7 people, of 71 they are 8, and of somebody alone it is that one', () => {
  expect([70, 71, 1].map((count) => liftOf(crowd(1, count, 1), 0.1)!.people)).toEqual([7, 8, 1])
  expect(liftOf([], 0.1)).toBe(null)
})

test('where nobody was won there is no lift, and where everybody has one score it is 1', () => {
  expect(liftOf(crowd(1, 10, 0), 0.2)!.lift).toBe(null)
  expect(liftOf(crowd(1, 10, 4), 0.2)!.lift!.value).toBeCloseTo(1, 12)
})

test('neither the order of people nor what keeps the order of scores changes a lift', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(0.1, 0.2), (all, share) => {
      const lift = liftOf(all, share)!
      expect(liftOf(all.toReversed(), share)).toEqual(lift)
      const other = liftOf(
        all.map(({ score, won }) => ({ score: 2 * score ** 3 + 7, won })),
        share,
      )!
      expect([other.won, other.lift, other.people]).toEqual([lift.won, lift.lift, lift.people])
    }),
  )
})

test('precision and recall of a threshold by hand', () => {
  const cases = [
    ...times(8, (at) => makeCase({ mql: true, won: at < 6 })),
    ...times(12, (at) => makeCase({ mql: false, won: at < 3 })),
  ]
  const { reached, won, precision, recall } = reachedOf(cases, 'mql')
  expect([reached, won, precision, recall]).toEqual([8, 6, shareOf(6, 8), shareOf(6, 9)])
  expect(reachedOf(cases, 'sql')).toMatchObject({ reached: 0, precision: null, recall: { value: 0 } })
})

test('bands are fifths of the past, and equal scores are not torn apart', () => {
  expect(rangesOf(times(10, (at) => judged(at * 10, false)))).toEqual([
    { from: null, to: 20 },
    { from: 20, to: 40 },
    { from: 40, to: 60 },
    { from: 60, to: 80 },
    { from: 80, to: null },
  ])
  expect(rangesOf([...crowd(0, 7, 0), ...crowd(5, 3, 1)])).toEqual([
    { from: null, to: 5 },
    { from: 5, to: null },
  ])
  expect(rangesOf(crowd(3, 9, 1))).toEqual([{ from: null, to: null }])
})

test('every score lies in just one band, and the bands together count everybody once', () => {
  fc.assert(
    fc.property(people, fc.double({ noNaN: true }), (all, score) => {
      const ranges = rangesOf(all)
      expect(ranges.filter((range) => isIn(range, score)).length).toBe(1)
      const bands = bandsOf(all, ranges)
      const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
      expect(sum(bands.map((band) => band.people))).toBe(all.length)
      expect(sum(bands.map(({ won }) => won))).toBe(all.filter(({ won }) => won).length)
      for (const band of bands) expect(band.people).toBeGreaterThan(0)
    }),
  )
})
