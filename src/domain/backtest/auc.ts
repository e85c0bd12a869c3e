import { type Estimate, Z } from './estimate.ts'
import type { Judged } from './sample.ts'

/**
 * How likely somebody who was won has the higher score than somebody who was lost; equal scores count half (the
 * Mann-Whitney statistic; 0.5 is chance). Null where one side is empty.
 *
 * The bounds are the values from which the observed one is just 1.96 of their own standard errors away, by the variance
 * of J. A. Hanley and B. J. McNeil (Radiology 1982;143:29-36) in the symmetrical form of R. G. Newcombe (Stat Med
 * 2006;25:559-573, method 5): unlike value ± 1.96 s.e. they stay within 0 and 1, and tell something of perfect scores too.
 */
export function aucOf(people: readonly Judged[]): Estimate | null {
  const won = people.filter((person) => person.won).length
  const lost = people.length - won
  if (won === 0 || lost === 0) return null
  const value = (rankSumOfWon(people) - (won * (won + 1)) / 2) / (won * lost)
  return { value, from: 1 - bound(1 - value, won, lost), to: bound(value, won, lost) }
}

/** The standard error of an area between `won` winners and `lost` losers. */
export function aucError(area: number, won: number, lost: number): number {
  const extra = (won + lost) / 2 - 1
  const spread = 1 + extra * ((1 - area) / (2 - area) + area / (1 + area))
  return Math.sqrt((area * (1 - area) * spread) / (won * lost))
}

/** The greatest area that the observed one does not contradict; halved down to the last digit. */
function bound(value: number, won: number, lost: number): number {
  let [agrees, tooFar] = [value, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (agrees + tooFar) / 2
    if (middle - value <= Z * aucError(middle, won, lost)) agrees = middle
    else tooFar = middle
  }
  return agrees
}

/** Sum of the ranks of the winners by score, from 1; equal scores share the mean of their ranks. */
function rankSumOfWon(people: readonly Judged[]): number {
  const ranked = people.toSorted((a, b) => a.score - b.score)
  let sum = 0
  for (let from = 0; from < ranked.length; ) {
    let to = from
    let won = 0
    for (; to < ranked.length && ranked[to]!.score === ranked[from]!.score; to++) if (ranked[to]!.won) won++
    sum += won * ((from + 1 + to) / 2)
    from = to
  }
  return sum
}
