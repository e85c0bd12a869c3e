import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlaces, type PlaceRow } from '../../src/store/places.ts'
import { PlaceFill } from '../../src/workspace/place-fill.ts'

const place = fc.record({
  webinar: fc.nat(2),
  points: fc.nat(3),
  score: fc.nat(2),
  email: fc.constantFrom('', 'a', 'b'),
})

/** Places of people in the order of their numbers, one to three each. */
const places = fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 60 }).map((people) =>
  people.flatMap((own, index) =>
    own.map(
      ({ webinar, points, score, email }): PlaceRow => ({
        ...{ webinar, points_down: -points, score_down: -score, email, id: `${index}`, person: index + 1 },
        ...{ stage: 1, temperature: 0, attended: 1, replayed: 0, no_show: 0 },
      }),
    ),
  ),
)

test('places come out in the order of the ranking, without those of people who have changed since', () => {
  fc.assert(
    fc.property(places, fc.array(fc.nat(60)), fc.integer({ min: 1, max: 7 }), (given, changed, count) => {
      const fill = new PlaceFill(1, { most: 1_000, sorted: 8 })
      for (const place of given) fill.add(place)
      fill.readTo = 60
      for (const person of changed) fill.forget(person)
      const taken: PlaceRow[] = []
      for (let next = fill.take(count); next.length > 0; next = fill.take(count)) taken.push(...next)
      const left = given.filter(({ person }) => !changed.includes(person))
      expect(taken.toSorted(comparePlaces)).toEqual(taken)
      expect(new Set(taken)).toEqual(new Set(left))
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
  const one = fc.sample(
    places.filter((some) => some.length > 4),
    1,
  )[0]!
  for (const place of one.slice(0, 3)) fill.add(place)
  expect(fill.isFull).toBe(true)
  fill.take(2)
  expect(fill.isFull).toBe(true)
  fill.take(2)
  expect(fill.isFull).toBe(false)
})
