import { stateOf } from '../../domain/webinar-state.ts'
import { hasScheduleRun } from '../../store/schedule-runs.ts'
import type { ScheduleRow } from '../../store/schedules.ts'
import { runId } from '../alerts/alert-id.ts'
import { shownWebinars } from '../webinars.ts'
import type { Workspace } from '../workspace.ts'

const [HOUR, DAY] = [3_600_000, 86_400_000]
/** A webinar that ended longer ago and is heard of only now is history, of which nobody waits for a list. */
const LOOK_BACK = 7 * DAY

/**
 * The webinar after which a schedule is due first, and when, ms UTC: of those whose end is known, since it goes on, and of
 * which it has sent no list. Null where there is none yet.
 */
export function afterWebinar(ws: Workspace, { id, doneTo }: ScheduleRow, hours: number) {
  const from = Math.max(doneTo, ws.now() - LOOK_BACK)
  const ending = shownWebinars(ws)
    .filter(({ endsAt }) => endsAt !== null && endsAt > from)
    .toSorted((a, b) => a.endsAt! - b.endsAt!)
  const first = ending.find((webinar) => !hasScheduleRun(ws.db, runId(id, webinar.id)))
  return first ? { webinar: first.id, dueAt: first.endsAt! + hours * HOUR } : null
}

/** The webinar that ended last; null where none has. */
export function lastWebinar(ws: Workspace): string | null {
  return shownWebinars(ws).find((webinar) => stateOf(webinar, ws.now()) === 'ended')?.id ?? null
}
