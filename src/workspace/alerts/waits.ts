import { waitsSince } from '../../store/alerts.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { type ShownAlert, showAlerts } from './show-alerts.ts'

const [MINUTE, DAY] = [60_000, 86_400_000]
/** Who waits longer than this has waited too long. */
const LONG = 5 * MINUTE

/** How fast sales answers. Seconds; null: of nobody. */
export interface Waits {
  days: number
  since: string
  raised: number
  taken: number
  /** From the alert until somebody took it. */
  medianSeconds: number | null
  /** Half of the others came after less than this, nine of ten. */
  ninetiethSeconds: number | null
  /** Taken after more than five minutes, or untaken for longer. */
  overFiveMinutes: number
  /** Those whom nobody has taken for more than five minutes, the newest first, at most 50. */
  waiting: ShownAlert[]
}

/** Time to first touch of the alerts of the last days. */
export function showWaits(ws: Workspace, days: number): Waits {
  const now = ws.now()
  const since = now - days * DAY
  const waits = waitsSince(ws.db, since, now)
  const touched = waits.flatMap(({ wait, taken }) => (taken === 1 ? wait : [])).sort((a, b) => a - b)
  const at = (share: number) => (touched.length > 0 ? touched[Math.ceil(share * touched.length) - 1]! / 1000 : null)
  const untaken = showAlerts(ws, { untaken: true, since, limit: 50 }).items
  return {
    ...{ days, since: momentOf(since), raised: waits.length, taken: touched.length },
    ...{ medianSeconds: at(0.5), ninetiethSeconds: at(0.9) },
    overFiveMinutes: waits.filter(({ wait }) => wait > LONG).length,
    waiting: untaken.filter(({ raisedAt }) => now - Date.parse(raisedAt) > LONG),
  }
}
