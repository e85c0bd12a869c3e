import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, lengthOf, union } from '../../src/domain/interval.ts'
import { claimed, FASTEST, type Report } from '../../src/domain/watch-claim.ts'

const minute = 60_000
const span = (from: number, to: number): Interval => ({ from: from * minute, to: to * minute })
const report = (sitting: string, received: number, ...positions: Interval[]): Report => ({
  ...{ sitting, positions, receivedAt: received * minute },
})

test('a claim adds to what its sitting had claimed before, and never takes away', () => {
  const before = [report('a', 10, span(0, 10))]
  const later = claimed(before, { sitting: 'a', since: 0, positions: [span(8, 12)] }, 12 * minute)
  expect(later).toMatchObject({ positions: [span(0, 12)], news: 2 * minute, first: false, credible: true })
  const late = claimed(before, { sitting: 'a', since: 0, positions: [span(0, 5)] }, 12 * minute)
  expect(late).toMatchObject({ positions: [span(0, 10)], news: 0 })
})

test('what another tab has seen is no news, but a sitting of its own', () => {
  const before = [report('a', 10, span(0, 10))]
  expect(claimed(before, { sitting: 'b', since: 0, positions: [span(4, 8)] }, 11 * minute)).toMatchObject({
    ...{ positions: [span(4, 8)], news: 0, first: true, credible: true },
  })
})

test('nobody watches more since the page was loaded than the fastest browser plays', () => {
  const hour = [span(0, 60)]
  const claim = { sitting: 'a', since: 0, positions: hour }
  expect(claimed([], claim, (60 / FASTEST) * minute).credible).toBe(true)
  expect(claimed([], claim, (60 / FASTEST - 1) * minute).credible).toBe(false)
})

test('many sittings at once have no more time than one', () => {
  const others = ['b', 'c', 'd'].map((sitting, at) => report(sitting, 1, span(at * 16, at * 16 + 16)))
  const claim = { sitting: 'a', since: 0, positions: [span(50, 60)] }
  expect(claimed(others, claim, minute).credible).toBe(false)
  expect(claimed(others.slice(0, 0), claim, minute).credible).toBe(true)
})

test('what was watched before a sitting began takes nothing of its time', () => {
  const yesterday = [report('a', 60, span(0, 60))]
  expect(
    claimed(yesterday, { sitting: 'b', since: 100 * minute, positions: [span(0, 16)] }, 101 * minute),
  ).toMatchObject({
    ...{ first: true, credible: true },
  })
})

const spans = fc.array(
  fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })).map(([from, length]) => span(from, from + length)),
  { minLength: 1, maxLength: 3 },
)

test('whatever comes late, twice or in another order, a sitting has in the end the union of all its reports', () => {
  const all = fc.array(spans, { minLength: 1, maxLength: 8 }).chain((grown) => {
    const reports = grown.map((_, at) => union(grown.slice(0, at + 1).flat()))
    return fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length }).map((sent) => ({ sent }))
  })
  fc.assert(
    fc.property(all, ({ sent }) => {
      const stored: Report[] = []
      const now = 1e12
      let before = 0
      for (const [at, positions] of sent.entries()) {
        const claim = claimed(stored, { sitting: 'a', since: 0, positions }, now)
        expect(lengthOf(claim.positions)).toBeGreaterThanOrEqual(before)
        before = lengthOf(claim.positions)
        if (claim.news > 0) stored.push({ sitting: 'a', positions: claim.positions, receivedAt: now + at })
      }
      expect(stored.at(-1)!.positions).toEqual(union(sent.flat()))
    }),
  )
})
