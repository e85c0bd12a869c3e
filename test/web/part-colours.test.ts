import { expect, test } from 'vitest'
import { barsOf, partColours } from '../../web/parts/part-colours.ts'

const person = (points: Record<string, number>) => Object.entries(points).map(([rule, points]) => ({ rule, points }))

test('the rules that bring a table the most have colours of their own, in that order', () => {
  const people = [person({ a: 5, b: 20, c: 1 }), person({ a: 30, d: 2, e: 3, f: -50 })]
  expect([...partColours(people)]).toEqual([
    ['a', 0],
    ['b', 1],
    ['e', 2],
    ['d', 3],
  ])
})

test('a rule keeps its colour when others overtake it', () => {
  const before = partColours([person({ a: 5, b: 4 })])
  expect([...partColours([person({ a: 5, b: 40, c: 50 })], before)]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ])
})

test('the bars of a table stay the same object until one of them is longer or another rule has a colour', () => {
  const before = barsOf([person({ a: 5, b: 4 }), person({ a: 1 })])
  expect(before.most).toBe(9)
  expect(barsOf([person({ a: 4, b: 5 })], before)).toBe(before)
  expect(barsOf([person({ a: 5, b: 6 })], before)).toMatchObject({ most: 11 })
  expect(barsOf([person({ a: 5, c: 4 })], before).colours.get('c')).toBe(2)
})
