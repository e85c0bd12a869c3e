const DAY_MS = 86_400_000

/**
 * What is known of how a fact came. `quiet`: by an import or a backfill. `asked`: by an import with which somebody asked
 * for alerts. Times are ms UTC.
 */
export interface Arrival {
  readonly time: number
  readonly receivedAt: number
  readonly quiet: boolean
  readonly asked: boolean
}

/** Signs that are older are never looked at: an alert of last week helps nobody. */
export const LOOKS_BACK_MS = 7 * DAY_MS

/** Whether an alert may follow from a fact: it came by itself within a day of what it tells, or somebody asked for it. */
export function isFresh({ time, receivedAt, quiet, asked }: Arrival): boolean {
  return asked || (!quiet && receivedAt - time <= DAY_MS)
}
