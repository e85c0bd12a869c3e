import type { Interval } from '../../../domain/interval.ts'

const minute = 60_000

/** Whether Zoom's minutes fit an interval: it rounds up. Times printed without seconds may be off by one minute. */
export function fitsMinutes({ from, to }: Interval, minutes: number, precise: boolean): boolean {
  const counted = Math.ceil((to - from) / minute)
  return Math.abs(counted - minutes) <= (precise && to > from ? 0 : 1)
}

/**
 * The interval between a join and a leave, each of which has two moments if the clock was put back that hour: the one
 * that fits Zoom's minutes, then the one within the running time, then the first. Null if every leave precedes its join.
 */
export function intervalOf(
  joins: readonly number[],
  leaves: readonly number[],
  stay: { minutes: number | null; precise: boolean; running: Interval },
): Interval | null {
  let best: Interval | null = null
  let bestFit = -1
  for (const from of joins) {
    for (const to of leaves) {
      if (to < from) continue
      const fits = stay.minutes !== null && fitsMinutes({ from, to }, stay.minutes, stay.precise)
      const runs = from < stay.running.to && to > stay.running.from
      const fit = (fits ? 2 : 0) + (runs ? 1 : 0)
      if (fit > bestFit) [best, bestFit] = [{ from, to }, fit]
    }
  }
  return best
}
