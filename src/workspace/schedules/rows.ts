import { Refused } from '../../domain/refusal.ts'
import { type Schedule, ScheduleSchema } from '../../domain/schedule.ts'
import { allSchedules, type ScheduleRow } from '../../store/schedules.ts'
import type { Workspace } from '../workspace.ts'

/** What a row, or a run of it, says. */
export function scheduleIn({ json }: { json: string }): Schedule {
  return ScheduleSchema.parse(JSON.parse(json))
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
