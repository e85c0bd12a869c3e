/** What became of one thing that came in. `ignored`: known, but it says nothing to us. */
export type CameTo = 'taken' | 'duplicate' | 'ignored' | 'rejected'

/**
 * How much came in and what became of it. `delay` and `longestDelay` are ms from when things happened until they
 * arrived, over those `timed` of which that is known; `late` of these took longer than a minute.
 */
export interface Tally extends Record<CameTo, number> {
  came: number
  late: number
  timed: number
  delay: number
  longestDelay: number
}

const lateMs = 60_000
/** What happened longer ago was brought in afterwards: it tells nothing of how fast a source delivers. */
const pastMs = 24 * 3_600_000

export function noTally(): Tally {
  return { came: 0, taken: 0, duplicate: 0, ignored: 0, rejected: 0, late: 0, timed: 0, delay: 0, longestDelay: 0 }
}

/**
 * Ms from when something happened until it arrived; null where nobody knows, it was brought in long afterwards, or
 * happened before anybody was there to send it (`since`).
 */
export function delayOf(happenedAt: number | null, receivedAt: number, since: number): number | null {
  if (happenedAt === null || happenedAt < since || receivedAt - happenedAt > pastMs) return null
  // The clocks of two systems differ a little.
  return Math.max(0, receivedAt - happenedAt)
}

/** One more of them, and so late. */
export function count(tally: Tally, cameTo: CameTo, delay: number | null, times = 1): void {
  tally.came += times
  tally[cameTo] += times
  if (delay === null) return
  tally.timed += times
  tally.delay += delay * times
  tally.longestDelay = Math.max(tally.longestDelay, delay)
  if (delay > lateMs) tally.late += times
}
