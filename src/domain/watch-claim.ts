import { type Interval, lengthOf, union } from './interval.ts'

/** The fastest that any browser plays. */
export const FASTEST = 16
/** What a report may be ahead of the clock, ms: it began before its sitting was noted. */
const grace = 2_000

/** What was stored of one sitting in front of the player: ms of the media, and when the report came, ms UTC. */
export interface Report {
  readonly sitting: string
  readonly positions: readonly Interval[]
  readonly receivedAt: number
}

/** What a sitting claims to have watched of a media so far, ms of the media. */
export interface Claim {
  readonly sitting: string
  /** When the page was loaded, ms UTC by our clock. */
  readonly since: number
  readonly positions: readonly Interval[]
}

/**
 * A sitting after a claim: everything that was ever claimed of it, so that a late or repeated report can neither lower
 * nor double. `news`: ms of it that none of the viewer's sittings had; `credible`: all sittings together claim no more
 * since this one began than the fastest browser plays in that time. `before` in the order in which they came.
 */
export function claimed(before: readonly Report[], claim: Claim, now: number) {
  const own = before.filter(({ sitting }) => sitting === claim.sitting)
  const known = union(own.flatMap(({ positions }) => positions))
  const positions = union([...known, ...claim.positions])
  const all = union(before.flatMap(({ positions }) => positions))
  const gained = lengthOf(positions) - lengthOf(known) + gainedSince(before, claim.since)
  return {
    positions,
    first: own.length === 0,
    news: lengthOf(union([...all, ...positions])) - lengthOf(all),
    credible: gained <= (now - claim.since + grace) * FASTEST,
  }
}

/** By how much the sittings grew together from a moment on. */
function gainedSince(reports: readonly Report[], since: number): number {
  const sittings = new Map<string, Interval[]>()
  let gained = 0
  for (const { sitting, positions, receivedAt } of reports) {
    const before = sittings.get(sitting) ?? []
    const after = union([...before, ...positions])
    if (receivedAt >= since) gained += lengthOf(after) - lengthOf(before)
    sittings.set(sitting, after)
  }
  return gained
}
