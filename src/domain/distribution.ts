import type { Threshold } from './model.ts'

/** People with a score of `from` and more, below `to`; null: without an end, for the few far away from all others. */
export interface Bin {
  from: number | null
  to: number | null
  before: number
  after: number
}

/** The scores of everybody under two models over each other. */
export interface Distribution {
  width: number
  bins: Bin[]
}

/** So many bins at most, beside the two without an end; and the share of all people that these may hold, each. */
const MOST = 40
const FAR = 0.005

/**
 * Bins of one width, the smallest of 1, 2, 5, 10, 20, 50 … that needs no more than 40 of them to hold nearly everybody
 * and the thresholds. `scores`: how many people have a score, before and after.
 */
export function distributionOf(
  scores: ReadonlyMap<number, readonly [before: number, after: number]>,
  thresholds: readonly Threshold[],
): Distribution {
  if (scores.size === 0) return { width: 1, bins: [] }
  const sorted = [...scores].sort(([a], [b]) => a - b)
  const marks = thresholds.filter((threshold) => typeof threshold === 'number')
  const low = Math.min(nearly(sorted), ...marks)
  const high = Math.max(nearly(sorted.toReversed()), ...marks)
  const width = widthFor(low, high)
  const [first, last] = [Math.floor(low / width), Math.floor(high / width)]
  const bins = Array.from({ length: last - first + 3 }, (_, index) => {
    const at = first + index - 1
    return { from: at < first ? null : at * width, to: at > last ? null : (at + 1) * width, before: 0, after: 0 }
  })
  for (const [score, [before, after]] of sorted) {
    const at = Math.min(Math.max(Math.floor(score / width), first - 1), last + 1)
    const bin = bins[at - first + 1]!
    bin.before += before
    bin.after += after
  }
  const isFar = ({ from, to }: Bin) => from === null || to === null
  return { width, bins: bins.filter((bin) => !isFar(bin) || bin.before + bin.after > 0) }
}

/** The score from which on, in this order, all but a few have theirs. */
function nearly(sorted: readonly [number, readonly [number, number]][]): number {
  let few = 0
  for (const [, [before, after]] of sorted) few += before + after
  few *= FAR
  for (const [score, [before, after]] of sorted) {
    few -= before + after
    if (few < 0) return score
  }
  return sorted.at(-1)![0]
}

function widthFor(low: number, high: number): number {
  for (let ten = 1; ; ten *= 10)
    for (const width of [ten, 2 * ten, 5 * ten])
      if (Math.floor(high / width) - Math.floor(low / width) < MOST) return width
}
