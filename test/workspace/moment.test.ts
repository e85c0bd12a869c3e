import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf } from '../../src/workspace/moment.ts'

test('a moment is written as JavaScript writes dates, whatever the year, day by day or to and fro', () => {
  const times = fc.array(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 200_000_000 }), (far, step) => {
      const near = far.map((_, at) => 1_795_000_000_000 + at * step)
      for (const time of [...far, ...near]) expect(momentOf(time)).toBe(new Date(time).toISOString())
    }),
  )
})

test('what is no time is refused, and no moment stays none', () => {
  expect(() => momentOf(Number.NaN)).toThrow(RangeError)
  expect(momentOf(null)).toBeNull()
})
