import { expect, test } from 'vitest'
import { Handful } from '../../src/workspace/handful.ts'

test('as many are done at once as take 40 ms, and never more than twice as many as before', () => {
  const handful = new Handful()
  const sizes = [handful.size]
  for (const msOfEach of [0.4, 0.4, 0.4, 0.4, 0.4, 2, 80, 0.8]) {
    handful.took(handful.size, handful.size * msOfEach)
    sizes.push(handful.size)
  }
  expect(sizes).toEqual([8, 16, 32, 64, 96, 96, 20, 1, 2])
})

test('a few that cost much for so few do not say that many would', () => {
  const handful = new Handful()
  for (let times = 0; times < 5; times++) handful.took(handful.size, 1)
  handful.took(1, 2)
  expect(handful.size).toBe(20)
  handful.took(20, 8)
  expect(handful.size).toBe(40)
})

test('where the clock stands still, it grows to the most there may be', () => {
  const handful = new Handful()
  for (let times = 0; times < 4; times++) handful.took(handful.size, 0)
  expect(handful.size).toBe(96)
})
