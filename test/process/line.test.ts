import { expect, test } from 'vitest'
import { Line } from '../../src/hosts/node/line.ts'

type Named = { name: string; body: Uint8Array | null }

const write = (name: string, size = 700) => ({ name, body: new Uint8Array(size) })
const read = (name: string) => ({ name, body: null })

function many(line: Line<Named>, count: number, now: number): number {
  return Array.from({ length: count }, (_, at) => line.join(write(`w${at}`), now)).filter(Boolean).length
}

test('a burst is taken however large, as long as nothing is known to be slow', () => {
  const line = new Line<Named>()
  expect(many(line, 20_000, 0)).toBe(20_000)
  expect(line.take(5).writes).toHaveLength(480)
})

test('who got their turn late shows the pace, and who would wait for over 750 ms at it is refused', () => {
  const line = new Line<Named>()
  expect(many(line, 2_000, 0)).toBe(2_000)
  line.take(960)
  // 480 in 960 ms: 375 in 750 ms, and 1,520 wait already.
  expect(line.join(write('one more'), 961)).toBe(false)
  line.take(1_100)
  line.take(1_150)
  line.take(1_200)
  expect(line.take(1_300).writes).toHaveLength(2_000 - 4 * 480)
  expect(line.join(write('the next'), 1_301)).toBe(true)
})

test('a long halt is no overload: when the line is empty again everybody is let in', () => {
  const line = new Line<Named>()
  line.join(write('one'), 0)
  line.take(2_000)
  expect(many(line, 1_000, 2_001)).toBe(1_000)
})

test('reads pass the writes and are never refused', () => {
  const line = new Line<Named>()
  many(line, 2_000, 0)
  line.take(2_000)
  expect(line.join(write('refused'), 2_001)).toBe(false)
  expect(line.join(read('page'), 2_001)).toBe(true)
  const { reads, writes } = line.take(2_010)
  expect(reads).toMatchObject([{ name: 'page' }])
  expect(writes.length).toBeGreaterThan(0)
})

test('nobody is served 5 s later, when the sender has long gone', () => {
  const line = new Line<Named>()
  line.join(write('old'), 0)
  line.join(write('young'), 3_000)
  expect(line.take(5_000)).toMatchObject({ late: [{ name: 'old' }], writes: [{ name: 'young' }] })
})

test('batches that take long become smaller and grow again', () => {
  const line = new Line<Named>()
  for (let at = 0; at < 9; at++) line.took(480, 400)
  many(line, 1_000, 0)
  expect(line.take(1).writes).toHaveLength(15)
  line.took(15, 10)
  expect(line.take(2).writes).toHaveLength(30)
  line.took(3, 10)
  expect(line.take(3).writes).toHaveLength(30)
})

test('a batch has at most 8 MB unless one body alone is larger, and 64 MB wait at most', () => {
  const line = new Line<Named>()
  const mb = 1024 * 1024
  for (let at = 0; at < 5; at++) line.join(write(`m${at}`, 3 * mb), 0)
  expect(line.take(1).writes).toHaveLength(2)
  line.join(write('huge', 50 * mb), 1)
  line.join(write('more', 10 * mb), 1)
  expect(line.join(write('too much'), 1)).toBe(false)
  expect(line.take(2).writes).toHaveLength(2)
  expect(line.take(3).writes).toHaveLength(1)
  expect(line.take(4).writes).toMatchObject([{ name: 'huge' }])
  expect(line.take(5).writes).toMatchObject([{ name: 'more' }])
})
