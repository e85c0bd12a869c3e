import type { Interval } from '../interval.ts'
import type { Webinar } from '../webinar.ts'
import type { WebinarState } from '../webinar-state.ts'

/** A platform is done with a report so long after the end (reference: zoom.md 3.3), ms. */
export const REPORT_LAG_MS = 30 * 60_000

/** Rooms shorter than that are trials: no report is waited for. */
const TRIAL_MS = 5 * 60_000

/** That the whole attendance of a room came from the platform, and as of when it speaks; ms UTC. */
export interface Reported {
  readonly by: string
  readonly generatedAt: number
  readonly receivedAt: number
  /** When its room ran; null: not told, so it speaks for all of the webinar. */
  readonly ran: Interval | null
}

/** Why a reconciliation is what it is. */
export type Why =
  /** Not begun. */
  | 'to_come'
  /** In the room things go on. */
  | 'runs'
  /** No report came. */
  | 'no_report'
  /** Reports were made too early to be complete. */
  | 'early_report'
  /** A report came that does not say when it was made. */
  | 'undated_report'
  /** The webinar ran in several rooms, and not of each there is a complete report. */
  | 'room_missing'
  /** Of every room there is a complete report. */
  | 'reported'

export interface Finality {
  readonly state: 'scheduled' | 'running' | 'provisional' | 'final'
  /** Since when, ms UTC; null: not known. */
  readonly since: number | null
  readonly why: Why
  /** From when on a report is complete; null while nobody knows the end. */
  readonly completeFrom: number | null
}

/**
 * Whether what is known of a webinar's attendance is final: the platform's own report, made at least 30 minutes after the
 * end, is in for every room that ran. `isUndated`: rows of a report are in of which nobody knows when it was made.
 */
export function finalityOf(
  { running, startsAt, endsAt }: Pick<Webinar, 'running' | 'startsAt' | 'endsAt'>,
  state: WebinarState,
  reports: readonly Reported[],
  isUndated: boolean,
): Finality {
  const completeFrom = endsAt === null ? null : endsAt + REPORT_LAG_MS
  if (state === 'scheduled') return { state: 'scheduled', since: null, why: 'to_come', completeFrom }
  if (state === 'live') return { state: 'running', since: startsAt, why: 'runs', completeFrom }
  const complete = reports.filter(
    ({ generatedAt, ran }) => generatedAt >= Math.min(ran?.to ?? Infinity, endsAt ?? Infinity) + REPORT_LAG_MS,
  )
  const provisional = (why: Why): Finality => ({ state: 'provisional', since: endsAt, why, completeFrom })
  if (complete.length === 0) {
    if (reports.length > 0) return provisional('early_report')
    return provisional(isUndated ? 'undated_report' : 'no_report')
  }
  const rooms = running.filter(({ from, to }) => to - from >= TRIAL_MS)
  const sinceOf = (room: Interval) =>
    Math.min(...complete.flatMap(({ ran, receivedAt }) => (ran === null || overlap(ran, room) ? receivedAt : [])))
  const since = rooms.map(sinceOf)
  if (since.includes(Infinity)) return provisional('room_missing')
  const whole = rooms.length > 0 ? since : complete.map(({ receivedAt }) => receivedAt)
  return { state: 'final', since: Math.max(...whole), why: 'reported', completeFrom }
}

function overlap(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to
}
