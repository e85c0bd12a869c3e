import { waitsOf } from '../../domain/alert/waits.ts'
import { waitedForSince } from '../../store/alerts.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { type ShownAlert, showAlertsOf } from './show-alerts.ts'

const [MINUTE, DAY] = [60_000, 86_400_000]
/** Who waits longer than this has waited too long. */
const LONG = 5 * MINUTE
const mostShown = 50

/** How fast sales answers: of people who came to wait, however many alerts each had. Seconds; null: of nobody. */
export interface Waits {
  days: number
  since: string
  raised: number
  taken: number
  /** From the person's first alert until somebody took one. */
  medianSeconds: number | null
  /** Half of the others came after less than this, nine of ten. */
  ninetiethSeconds: number | null
  /** Taken after more than five minutes, or untaken for longer. */
  overFiveMinutes: number
  /** The first alerts of those whom nobody has taken for more than five minutes, the newest first, at most 50. */
  waiting: ShownAlert[]
}

/** Time to first touch of the people of whom alerts were raised in the last days. */
export function showWaits(ws: Workspace, days: number): Waits {
  const now = ws.now()
  const since = now - days * DAY
  const waits = waitsOf(waitedForSince(ws.db, since))
  const touched = waits.flatMap(({ raisedAt, takenAt }) => (takenAt === null ? [] : takenAt - raisedAt))
  touched.sort((a, b) => a - b)
  const at = (share: number) => (touched.length > 0 ? touched[Math.ceil(share * touched.length) - 1]! / 1000 : null)
  const long = waits.filter(({ raisedAt, takenAt }) => (takenAt ?? now) - raisedAt > LONG)
  const waiting = long.filter(({ takenAt }) => takenAt === null).map(({ alert }) => alert)
  return {
    ...{ days, since: momentOf(since), raised: waits.length, taken: touched.length },
    ...{ medianSeconds: at(0.5), ninetiethSeconds: at(0.9) },
    overFiveMinutes: long.length,
    waiting: showAlertsOf(ws, waiting.slice(-mostShown)).reverse(),
  }
}
