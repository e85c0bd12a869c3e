import type { Message } from '../../domain/alert/message.ts'
import { asksForEmail } from '../../domain/export-profile.ts'
import { Refused } from '../../domain/refusal.ts'
import type { RunResult, Schedule, ScheduledRun } from '../../domain/schedule.ts'
import { allChannels, type ChannelRow } from '../../store/channels.ts'
import {
  hasScheduleRun,
  insertScheduleRun,
  noteRunSend,
  type ScheduleRunRow,
  scheduleRunOfNumber,
} from '../../store/schedule-runs.ts'
import { noteScheduleDone, type ScheduleRow, scheduleOfNumber } from '../../store/schedules.ts'
import { insertSend } from '../../store/sends.ts'
import { runId, sendId } from '../alerts/alert-id.ts'
import { lookedAtPeopleInSteps } from '../export/listed.ts'
import type { Workspace } from '../workspace.ts'
import type { Due } from './due.ts'
import { endOfLink, linkOfRun } from './link.ts'
import { filtersOfSchedule, titleOf } from './listed.ts'
import { forgetScheduleAt, scheduledIn, scheduleIn } from './rows.ts'

const atOnce = 200

type NewRun = Parameters<typeof insertScheduleRun>[1]
type Outcome = Pick<ScheduleRunRow, 'result' | 'people' | 'why'>

/**
 * Sees to a schedule for what it is due for: who is in the list is counted, then that it was done and what is to go out
 * are stored together, once whatever happens in between. `by` hand it stays due when it was. Throws `Refused('conflict')`
 * where another version of the model comes into force meanwhile.
 */
export function* runInSteps(
  ws: Workspace,
  row: ScheduleRow,
  { dueAt, webinar }: Due,
  by: 'due' | 'hand',
): Generator<void, void> {
  const scheduled: ScheduledRun = { ...scheduleIn(row), webinar }
  const outcome = yield* outcomeOf(ws, scheduled)
  ws.transaction(() => {
    const { json, doneTo, deletedAt } = scheduleOfNumber(ws.db, row.number)
    if (deletedAt !== null || json !== row.json || (by === 'due' && doneTo !== row.doneTo)) return
    const id = runId(row.id, by === 'due' && webinar !== null ? webinar : dueAt)
    const own = { id, schedule: row.number, at: ws.now(), json: JSON.stringify(scheduled), ...outcome }
    const number = insertRun(ws, own, dueAt)
    const run = number === null ? undefined : scheduleRunOfNumber(ws.db, number)
    if (run?.result === 'sent') sendRun(ws, run, channelOf(ws, scheduled)!)
    if (by === 'due' && webinar === null) noteScheduleDone(ws.db, row.number, Math.max(dueAt, ws.now()))
    forgetScheduleAt(ws)
  })
}

/** A schedule has one run a moment: of two webinars that ended at once one counts as a millisecond later. */
function insertRun(ws: Workspace, run: Omit<NewRun, 'dueAt'>, dueAt: number): number | null {
  for (let at = dueAt; ; at++) {
    const number = insertScheduleRun(ws.db, { ...run, dueAt: at })
    if (number !== null || hasScheduleRun(ws.db, run.id)) return number
  }
}

function sendRun(ws: Workspace, run: ScheduleRunRow, { id, number }: ChannelRow): void {
  const title = titleOf(ws, scheduledIn(run))
  const link = `${ws.address()}${linkOfRun(ws, run)}`
  const message: Message = { is: 'export', name: title, people: run.people, link, until: endOfLink(run) }
  const send = sendId(id, run.id)
  const own = { channel: number, message: JSON.stringify(message), dueAt: ws.now(), createdAt: ws.now() }
  if (insertSend(ws.db, { id: send, ...own }) !== null) ws.sending.raised++
  noteRunSend(ws.db, run.number, send)
}

function* outcomeOf(ws: Workspace, schedule: ScheduledRun): Generator<void, Outcome> {
  const listed = filtersOfSchedule(ws, schedule)
  if (!listed) return nothing('no_segment')
  if (!channelOf(ws, schedule)) return nothing('no_channel')
  if (ws.address() === null) return nothing('no_address')
  try {
    const people = yield* countInFile(ws, schedule, listed.filters)
    return { result: people > 0 ? 'sent' : 'nobody', people, why: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'conflict') throw error
    return { ...nothing('refused'), why: error.message }
  }
}

/** As many as the file would have now. */
function* countInFile(
  ws: Workspace,
  { file, unsubscribed }: Schedule,
  filters: NonNullable<ReturnType<typeof filtersOfSchedule>>['filters'],
): Generator<void, number> {
  const withEmail = file.format === 'csv' && asksForEmail(file.profile)
  const asked = { filters, unsubscribed: String(unsubscribed) }
  const { rows } = yield* lookedAtPeopleInSteps(ws, asked, { contacts: false, withEmail })
  let people = 0
  for (const _ of rows) if (++people % atOnce === 0) yield
  return people
}

function channelOf(ws: Workspace, { channel }: Schedule): ChannelRow | undefined {
  return allChannels(ws.db).find(({ id }) => id === channel)
}

function nothing(result: RunResult): Outcome {
  return { result, people: 0, why: null }
}
