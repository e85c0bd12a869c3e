import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareListings, type ListingRow } from '../../src/store/listings.ts'
import { comparePlaces, type PlaceRow } from '../../src/store/places.ts'
import { PlaceFill } from '../../src/workspace/place-fill.ts'
import type { Places } from '../../src/workspace/places.ts'

const standing = fc.record({ webinar: fc.nat(2), points: fc.nat(3) })
const somebody = fc.record({
  score: fc.nat(2),
  email: fc.constantFrom('', 'a', 'b'),
  isStaff: fc.boolean(),
  standings: fc.array(standing, { maxLength: 3 }),
})

/** Places of people in the order of their numbers. */
const everybody = fc.array(somebody, { maxLength: 60 }).map((people) =>
  people.map(({ score, email, isStaff, standings }, index): Places => {
    const who = { score_down: -score, email, id: `${index}`, person: index + 1, stage: 1, temperature: 0 }
    return {
      rankings: standings.map(({ webinar, points }) => ({
        ...{ ...who, webinar, points_down: -points, attended: 1, replayed: 0, no_show: 0 },
      })),
      listing: isStaff ? null : { ...who, grade: null },
    }
  }),
)

test('places come out in the order of their tables, without those of people who have changed since', () => {
  fc.assert(
    fc.property(everybody, fc.array(fc.nat(60)), fc.integer({ min: 1, max: 7 }), (given, changed, count) => {
      const fill = new PlaceFill(1, { most: 1_000, sorted: 8 })
      for (const places of given) fill.add(places)
      fill.readTo = 60
      for (const person of changed) fill.forget(person)
      const rankings: PlaceRow[] = []
      const list: ListingRow[] = []
      for (;;) {
        const next = fill.take(count)
        if (next.rankings.length + next.list.length === 0) break
        expect(next.rankings.length + next.list.length).toBeLessThanOrEqual(count)
        rankings.push(...next.rankings)
        list.push(...next.list)
      }
      const isLeft = ({ person }: { person: number }) => !changed.includes(person)
      expect(rankings.toSorted(comparePlaces)).toEqual(rankings)
      expect(list.toSorted(compareListings)).toEqual(list)
      expect(new Set(rankings)).toEqual(new Set(given.flatMap((places) => places.rankings).filter(isLeft)))
      expect(new Set(list)).toEqual(new Set(given.flatMap(({ listing }) => listing ?? []).filter(isLeft)))
    }),
  )
})

test('somebody who was not read yet is not forgotten', () => {
  const fill = new PlaceFill(1)
  fill.readTo = 5
  expect([5, 6].map((person) => fill.forget(person))).toEqual([true, false])
})

test('a full one only empties until all is taken', () => {
  const fill = new PlaceFill(1, { most: 3, sorted: 2 })
  for (const person of [1, 2, 3]) {
    const listing = { score_down: -person, email: '', id: `${person}`, person, stage: 1, temperature: 0, grade: null }
    fill.add({ rankings: [], listing })
  }
  expect(fill.isFull).toBe(true)
  fill.take(2)
  expect(fill.isFull).toBe(true)
  fill.take(2)
  expect(fill.isFull).toBe(false)
})
