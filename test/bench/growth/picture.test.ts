import { expect, test } from 'vitest'
import type { Size } from './growth.ts'
import { pictureOf } from './picture.ts'

function size(facts: number, part: number): Size {
  const figure = (value: number, ofSmallest: number) => ({ value, baseline: value, ofSmallest })
  return {
    ...{
      facts,
      people: facts / 10,
      ingest: figure(5_000 * part, part),
      rescore: { ...figure(20_000 * part, part), seconds: 1, selectSeconds: 1 },
    },
    ...{ byPoints: figure(0.4 / part, 1 / part), byScore: figure(0.4 / part, 1 / part) },
  }
}

const sizes = [size(10_000, 1), size(100_000, 0.9), size(1_000_000, 0.75), size(10_000_000, 0.5)]
const heights = (svg: string, shape: RegExp) => [...svg.matchAll(shape)].map((match) => Number(match[1]))

test('the picture has a line for each of the three paths, in words and figures, for light and dark', () => {
  const svg = pictureOf(sizes)
  expect(svg.match(/<path /g)).toHaveLength(3)
  for (const words of [
    '5,000 → 2,500 a second',
    '0.4 → 0.8 ms',
    '20,000 → 10,000 a second',
    '10 thousand',
    '10 million',
  ])
    expect(svg).toContain(`>${words}<`)
  expect(svg).toContain('prefers-color-scheme: dark')
  expect(svg).not.toMatch(/NaN|undefined|Infinity|https?:(?!\/\/www\.w3\.org\/2000\/svg")/)
})

test('half as fast stands half as high, and slower is lower for times too', () => {
  const points = [...pictureOf(sizes).matchAll(/<path d="M([^"]+)"/g)].map((match) =>
    match[1]!.split(' L').map((point) => Number(point.split(' ')[1])),
  )
  const floor = 290
  for (const line of points) {
    expect(line).toHaveLength(4)
    expect((floor - line[3]!) / (floor - line[0]!)).toBeCloseTo(0.5, 2)
    expect(line).toEqual(line.toSorted((a, b) => a - b))
  }
})

test('labels of lines that end together stand apart, within the picture', () => {
  for (const last of [1, 0.01]) {
    const labels = heights(pictureOf([size(10_000, 1), size(100_000, last)]), /<text x="\d+" y="([\d.]+)">/g)
    const sorted = labels.toSorted((a, b) => a - b)
    expect(sorted).toHaveLength(3)
    expect(Math.min(sorted[1]! - sorted[0]!, sorted[2]! - sorted[1]!)).toBeGreaterThanOrEqual(40)
    expect(sorted[2]! + 17).toBeLessThan(340)
  }
})

test('a single size has a picture too', () => {
  expect(pictureOf([size(10_000, 1)])).not.toMatch(/NaN|Infinity/)
})
