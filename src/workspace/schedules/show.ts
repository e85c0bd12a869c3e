import type { ChannelKind } from '../../domain/alert/kind.ts'
import { Refused } from '../../domain/refusal.ts'
import { allChannels } from '../../store/channels.ts'
import { lastScheduleRun } from '../../store/schedule-runs.ts'
import { allSchedules, type ScheduleRow } from '../../store/schedules.ts'
import { findSend } from '../../store/sends.ts'
import { inSteps } from '../in-steps.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { lastWebinar } from './after-webinar.ts'
import { dueOf } from './due.ts'
import { endOfLink, linkOfRun } from './link.ts'
import { filtersOfSchedule } from './listed.ts'
import { needSchedule, scheduleIn } from './rows.ts'
import { runInSteps } from './run.ts'
import { schedule as words } from './words.ts'

export type ShownSchedule = ReturnType<typeof shown>

/** Why the next run would send nothing, as far as that is known before. */
type Problem = 'no_segment' | 'no_channel' | 'channel_off' | 'no_address'

/** All of them, in the order in which they were made. */
export function listSchedules(ws: Workspace): { items: ShownSchedule[] } {
  return { items: allSchedules(ws.db).map((row) => shown(ws, row)) }
}

/** Throws `Refused('not_found')`. */
export function showSchedule(ws: Workspace, id: string): ShownSchedule {
  return shown(ws, needSchedule(ws, id))
}

/**
 * Sees to it now, also where it is paused, of the webinar that ended last where it is sent after each; when it is due next
 * stays. Throws `Refused('not_found')`, `('conflict')` also where no webinar has ended yet.
 */
export async function runNow(ws: Workspace, id: string): Promise<ShownSchedule> {
  const row = needSchedule(ws, id)
  const isAfterWebinar = scheduleIn(row).when.every === 'webinar'
  const webinar = isAfterWebinar ? lastWebinar(ws) : null
  if (isAfterWebinar && webinar === null) throw new Refused('conflict', words('noWebinar'))
  await inSteps(runInSteps(ws, row, { dueAt: ws.now(), webinar }, 'hand'))
  return showSchedule(ws, id)
}

function shown(ws: Workspace, row: ScheduleRow) {
  const { id, createdAt, createdBy, changedAt } = row
  const schedule = scheduleIn(row)
  const listed = filtersOfSchedule(ws, schedule)
  const channel = allChannels(ws.db).find((each) => each.id === schedule.channel)
  return {
    ...{ id, ...schedule, createdAt: momentOf(createdAt), createdBy, changedAt: momentOf(changedAt) },
    segmentName: listed?.name ?? null,
    channelName: channel?.name ?? null,
    channelKind: (channel?.kind ?? null) as ChannelKind | null,
    nextAt: momentOf(dueOf(ws, row)?.dueAt ?? null),
    problem: problemOf(ws, listed, channel),
    last: lastOf(ws, row),
  }
}

function problemOf(
  ws: Workspace,
  listed: ReturnType<typeof filtersOfSchedule>,
  channel: { offAt: number | null } | undefined,
): Problem | null {
  if (!listed) return 'no_segment'
  if (!channel) return 'no_channel'
  if (channel.offAt !== null) return 'channel_off'
  return ws.address() === null ? 'no_address' : null
}

function lastOf(ws: Workspace, { number }: ScheduleRow) {
  const run = lastScheduleRun(ws.db, number)
  if (!run) return null
  const send = run.send === null ? undefined : findSend(ws.db, run.send)
  const isOpen = run.result === 'sent' && ws.now() < endOfLink(run)
  const { result, people, why } = run
  return {
    ...{ at: momentOf(run.at), result, people, why },
    send: send ? { state: send.state, answer: send.answer } : null,
    link: isOpen ? `${ws.address() ?? ''}${linkOfRun(ws, run)}` : null,
    until: momentOf(isOpen ? endOfLink(run) : null),
  }
}
