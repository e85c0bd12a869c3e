const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** How long after a failed try comes the next, ms: the schedule that Standard Webhooks gives as an example. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]

/** A wait may be longer by so much of itself, so that those who failed together do not come back together. */
const JITTER = 0.2

/** A channel at which nothing has arrived for so long is switched off. */
export const SWITCHED_OFF_AFTER_MS = 5 * 24 * HOUR

/** A target that says no, or that it is gone, is believed after so many sends in a row. */
export const BELIEVED_AFTER = 3

/**
 * When a send is tried again after so many tries, ms UTC; null: never. `chance`: 0 to 1. `afterMs`: the target asked to
 * be left alone for so long.
 */
export function triesAgainAt(tries: number, failedAt: number, chance: number, afterMs = 0): number | null {
  const wait = WAITS[tries - 1]
  if (wait === undefined) return null
  return Math.round(failedAt + Math.max(wait * (1 + JITTER * chance), Math.min(afterMs, 24 * HOUR)))
}
