import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedRows } from '../../src/workspace/sorted-rows.ts'

const ascending = (a: number, b: number) => a - b

test('rows come out in their order, however they came and however long the runs are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (given, runLength) => {
      const rows = new SortedRows(ascending, runLength)
      for (const row of given) rows.add(row)
      expect(rows.size).toBe(given.length)
      const taken = given.map(() => rows.next())
      expect(taken).toEqual(given.toSorted(ascending))
      expect([rows.next(), rows.size]).toEqual([undefined, 0])
    }),
  )
})

test('the smallest that is there comes next, while others are added', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 50 })), { maxLength: 80 }), (acts) => {
      const rows = new SortedRows(ascending, 3)
      const held: number[] = []
      for (const act of acts) {
        if (act === null) expect(rows.next()).toBe(held.sort(ascending).shift())
        else {
          rows.add(act)
          held.push(act)
        }
      }
    }),
  )
})
