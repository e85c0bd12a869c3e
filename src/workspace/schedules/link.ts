import { timingSafeEqual } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import type { ScheduledRun } from '../../domain/schedule.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { type ScheduleRunRow, scheduleRunOfNumber } from '../../store/schedule-runs.ts'
import { scheduleOfNumber } from '../../store/schedules.ts'
import { findSettings } from '../../store/settings.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { filtersOfSchedule, titleOf } from './listed.ts'
import { scheduledIn } from './rows.ts'
import { schedule as words } from './words.ts'

const DAY = 86_400_000
/** For so long a link works. */
export const LINK_DAYS = 7

/** What a link leads to: who matches now, in the file that was asked for when it was sent. */
export interface LinkedExport {
  schedule: ScheduledRun
  /** Of the segment; null: everybody. */
  segment: string | null
  filters: SegmentFilters
}

const shape = /^([a-z0-9]{8,32})\.([1-9a-z][0-9a-z]{0,10})-([1-9a-z][0-9a-z]{0,10})-([0-9a-f]{32})$/

export function endOfLink({ at }: Pick<ScheduleRunRow, 'at'>): number {
  return at + LINK_DAYS * DAY
}

/** The path of the link of a run: the workspace, the run and the link's end, signed together. */
export function linkOfRun(ws: Workspace, run: ScheduleRunRow): string {
  const until = endOfLink(run)
  return `/exports/${ws.id}.${run.number.toString(36)}-${until.toString(36)}-${signed(ws, run.id, until)}`
}

/**
 * What a token of a link leads to. Throws `Refused('not_found')` with its state: `unknown` for what was never given out,
 * `ended`, and `deleted` where the schedule or its segment was.
 */
export function readExportLink(ws: Workspace, token: string): LinkedExport & { run: ScheduleRunRow } {
  const [, workspace, runPart, untilPart, given] = shape.exec(token) ?? []
  const [number, until] = [Number.parseInt(runPart ?? '', 36), Number.parseInt(untilPart ?? '', 36)]
  const run = workspace === ws.id && Number.isSafeInteger(number) ? scheduleRunOfNumber(ws.db, number) : undefined
  // A number may mean another after a backup was restored, so what it means is signed and not the number.
  const right = signed(ws, run?.id ?? '', until)
  if (!run || !timingSafeEqual(Buffer.from(right), Buffer.from(given!)))
    throw new Refused('not_found', words('wrongLink'), { state: 'unknown' })
  if (scheduleOfNumber(ws.db, run.schedule).deletedAt !== null)
    throw new Refused('not_found', words('deleted'), { state: 'deleted' })
  if (ws.now() >= until)
    throw new Refused('not_found', words('ended', { endedAt: momentOf(until) }), { state: 'ended' })
  const schedule = scheduledIn(run)
  const listed = filtersOfSchedule(ws, schedule)
  if (!listed) throw new Refused('not_found', words('segmentGone'), { state: 'segmentGone' })
  return { run, schedule, segment: listed.name, filters: listed.filters }
}

/** What the page of a link says before anything is made. */
export function exportLinkPage(ws: Workspace, token: string) {
  const { run, schedule } = readExportLink(ws, token)
  const { name: workspace, timezone } = findSettings(ws.db)!
  return {
    state: 'open' as const,
    name: titleOf(ws, schedule),
    workspace,
    timezone,
    format: schedule.file.format,
    until: momentOf(endOfLink(run)),
  }
}

function signed(ws: Workspace, run: string, until: number): string {
  return ws.crypt.sign(`export\n${ws.id}\n${run}\n${until}`).slice(0, 32)
}
