import { Refused } from '../../domain/refusal.ts'
import { nextDue } from '../../domain/schedule-time.ts'
import { allSchedules, type ScheduleRow } from '../../store/schedules.ts'
import { inSteps } from '../in-steps.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import type { Workspace } from '../workspace.ts'
import { scheduleIn } from './rows.ts'
import { runInSteps } from './run.ts'

/** When a schedule is due next by the workspace's calendar of today, ms UTC; null: it is paused. */
export function dueOf(ws: Workspace, row: ScheduleRow): number | null {
  const { enabled, when } = scheduleIn(row)
  return enabled ? nextDue(when, compiledModel(ws, currentVersion(ws)).calendar, row.doneTo) : null
}

/** When any of them is; null: never. Asked each second, so it is remembered. */
export function nextScheduleAt(ws: Workspace): number | null {
  const model = currentVersion(ws)
  if (ws.remembered.scheduleAt?.model !== model) {
    const moments = allSchedules(ws.db).flatMap((row) => dueOf(ws, row) ?? [])
    ws.remembered.scheduleAt = { model, at: moments.length > 0 ? Math.min(...moments) : null }
  }
  return ws.remembered.scheduleAt.at
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
      if (due !== null && due <= ws.now()) await inSteps(runInSteps(ws, row, due, 'due')).catch(later)
    }
  } finally {
    ws.sending.scheduling = false
  }
}

/** Another version of the model came into force meanwhile: it stays due. */
function later(error: unknown): void {
  if (!(error instanceof Refused && error.code === 'conflict')) throw error
}
