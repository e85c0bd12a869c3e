import { Refused } from '../../domain/refusal.ts'
import { nextDue } from '../../domain/schedule-time.ts'
import { allSchedules, type ScheduleRow } from '../../store/schedules.ts'
import { backlog } from '../drain.ts'
import { inSteps } from '../in-steps.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import type { Workspace } from '../workspace.ts'
import { afterWebinar } from './after-webinar.ts'
import { scheduleIn } from './rows.ts'
import { runInSteps } from './run.ts'

/** What a schedule is due for. `webinar`: the one that is over, by its id; null where the calendar says when. */
export interface Due {
  dueAt: number
  webinar: string | null
}

/** When a schedule is due next by the workspace's calendar of today; null: it is paused, or waits for a webinar to end. */
export function dueOf(ws: Workspace, row: ScheduleRow): Due | null {
  const { enabled, when } = scheduleIn(row)
  if (!enabled) return null
  if (when.every === 'webinar') return afterWebinar(ws, row, when.hours)
  return { dueAt: nextDue(when, compiledModel(ws, currentVersion(ws)).calendar, row.doneTo), webinar: null }
}

/** When any of them is, ms UTC; null: never, as far as is known. Asked each second, so it is remembered. */
export function nextScheduleAt(ws: Workspace): number | null {
  const of = { model: currentVersion(ws), series: ws.changed.series }
  const known = ws.remembered.scheduleAt
  if (known?.model === of.model && known.series === of.series) return known.at
  const moments = allSchedules(ws.db).flatMap((row) => dueOf(ws, row)?.dueAt ?? [])
  const at = moments.length > 0 ? Math.min(...moments) : null
  ws.remembered.scheduleAt = { ...of, at }
  return at
}

/** Whether a schedule is due now and nobody is seeing to them. */
export function isScheduleDue(ws: Workspace): boolean {
  return !ws.sending.scheduling && (nextScheduleAt(ws) ?? Number.POSITIVE_INFINITY) <= ws.now()
}

/** Sees to every schedule that is due, each once however many of its moments were missed. */
export async function runDueSchedules(ws: Workspace): Promise<void> {
  if (ws.sending.scheduling) return
  ws.sending.scheduling = true
  try {
    for (const row of allSchedules(ws.db)) {
      const due = dueOf(ws, row)
      if (due !== null && isNow(ws, due)) await inSteps(runInSteps(ws, row, due, 'due')).catch(later)
    }
  } finally {
    ws.sending.scheduling = false
  }
}

/** A report that is brought in tells of a webinar that is over long ago before anybody of it is scored. */
function isNow(ws: Workspace, { dueAt, webinar }: Due): boolean {
  return dueAt <= ws.now() && (webinar === null || backlog(ws) === 0)
}

/** Another version of the model came into force meanwhile: it stays due. */
function later(error: unknown): void {
  if (!(error instanceof Refused && error.code === 'conflict')) throw error
}
