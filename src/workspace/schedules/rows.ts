import { Refused } from '../../domain/refusal.ts'
import { type Schedule, type ScheduledRun, ScheduledRunSchema, ScheduleSchema } from '../../domain/schedule.ts'
import type { ScheduleRunRow } from '../../store/schedule-runs.ts'
import { allSchedules, type ScheduleRow } from '../../store/schedules.ts'
import type { Workspace } from '../workspace.ts'

/** What a row says. */
export function scheduleIn({ json }: Pick<ScheduleRow, 'json'>): Schedule {
  return ScheduleSchema.parse(JSON.parse(json))
}

/** What a run says. */
export function scheduledIn({ json }: Pick<ScheduleRunRow, 'json'>): ScheduledRun {
  return ScheduledRunSchema.parse(JSON.parse(json))
}

/** Throws `Refused('not_found')`. */
export function needSchedule(ws: Workspace, id: string): ScheduleRow {
  const row = allSchedules(ws.db).find((each) => each.id === id)
  if (!row)
    throw new Refused('not_found', `There is no regular export "${id}". It may have been deleted.`, { field: 'id' })
  return row
}

/** To be called where a schedule changes. */
export function forgetScheduleAt(ws: Workspace): void {
  ws.remembered.scheduleAt = null
}
