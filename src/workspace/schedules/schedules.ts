import { randomBytes } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import { type Schedule, type ScheduleChange, ScheduleSchema } from '../../domain/schedule.ts'
import { allChannels } from '../../store/channels.ts'
import {
  allSchedules,
  deleteSchedule,
  insertSchedule,
  type ScheduleRow,
  updateSchedule,
} from '../../store/schedules.ts'
import { addresseesIn } from '../alerts/addressed.ts'
import { opened } from '../alerts/channel-row.ts'
import type { Workspace } from '../workspace.ts'
import { filtersOfSchedule } from './listed.ts'
import { forgetScheduleAt, needSchedule, scheduleIn } from './rows.ts'
import { type ShownSchedule, showSchedule } from './show.ts'
import { schedule as words } from './words.ts'

/** So many a workspace may have: each is a list of people counted again and again. */
const most = 50

/**
 * A new schedule, first due after now. `by`: in whose name. Throws `Refused('not_found')` for a segment or a channel that
 * is none, `('invalid')`, `('conflict')` for a name that is taken.
 */
export function addSchedule(ws: Workspace, given: Schedule, by: string): ShownSchedule {
  return ws.transaction(() => {
    const known = allSchedules(ws.db)
    if (known.length >= most) throw new Refused('conflict', words('tooMany', { most }))
    check(ws, given, known)
    const id = `x_${randomBytes(8).toString('hex')}`
    insertSchedule(ws.db, { id, json: JSON.stringify(given), createdAt: ws.now(), createdBy: by })
    forgetScheduleAt(ws)
    return showSchedule(ws, id)
  })
}

/**
 * What is left out stays. One that is due at other moments now, or was paused, is first due after now. Refuses as
 * `addSchedule` does.
 */
export function changeSchedule(ws: Workspace, id: string, given: ScheduleChange): ShownSchedule {
  return ws.transaction(() => {
    const row = needSchedule(ws, id)
    const before = scheduleIn(row)
    const after = ScheduleSchema.parse({ ...before, ...given })
    check(
      ws,
      after,
      allSchedules(ws.db).filter((each) => each.id !== id),
    )
    const goesOn = before.enabled && JSON.stringify(before.when) === JSON.stringify(after.when)
    const doneTo = goesOn ? row.doneTo : ws.now()
    updateSchedule(ws.db, { number: row.number, json: JSON.stringify(after), doneTo, changedAt: ws.now() })
    forgetScheduleAt(ws)
    return showSchedule(ws, id)
  })
}

/** Its links end, and what waits to go out does not. Throws `Refused('not_found')`. */
export function removeSchedule(ws: Workspace, id: string): void {
  ws.transaction(() => {
    deleteSchedule(ws.db, needSchedule(ws, id).number, ws.now())
    forgetScheduleAt(ws)
  })
}

function check(ws: Workspace, schedule: Schedule, others: readonly ScheduleRow[]): void {
  const { name, segment, channel } = schedule
  if (!filtersOfSchedule(ws, schedule))
    throw new Refused('not_found', words('noSegment', { segment: segment ?? '' }), { field: 'segment' })
  const row = allChannels(ws.db).find(({ id }) => id === channel)
  if (!row) throw new Refused('not_found', words('noChannel', { channel }), { field: 'channel' })
  if (row.kind === 'mail' && addresseesIn(opened(ws, row).address).addresses.length === 0)
    throw new Refused('invalid', words('ownerOnly'), { field: 'channel' })
  if (others.some((each) => scheduleIn(each).name === name))
    throw new Refused('conflict', words('nameTaken', { name }), { field: 'name' })
}
