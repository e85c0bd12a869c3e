import { nextPull, type Planned, type Pulled } from '../../domain/pull.ts'
import { deletePull, type PullRow, pullsOf, setDue, writePull } from '../../store/pulls.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import { setPlanned } from '../../store/source-apis.ts'
import { allSeries } from '../../store/webinar-names.ts'
import { type KnownSeries, seriesNow } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { forgetDue } from './due.ts'
import { lacksOf } from './lacks.ts'
import { type AskedRoom, endingOf, heldRooms, roomsOfWebinar, startOf } from './rooms.ts'
import { connectedSources, forgetSourceApis } from './source-api.ts'

/**
 * Plans what is to be fetched next of the webinars of a platform id, by all that is known; what was planned otherwise is
 * forgotten. To be called inside a transaction whenever that has changed: the end of a webinar, or what was fetched.
 */
export function planSeries(ws: Workspace, platform: string, platformId: string): void {
  if (platform !== 'zoom' || connectedSources(ws).length === 0) return
  const rows = pullsOf(ws.db, platformId)
  const sources = sourcesFor(ws, rows)
  const isOthers = ({ source }: PullRow) => !sources.some((api) => api.source === source)
  for (const row of rows) if (isUntouched(row) && isOthers(row)) deletePull(ws.db, row.number)
  for (const api of sources) planFor(ws, api, platformId, rows)
  forgetDue(ws)
}

/** The source whose account had a webinar before; until one had, each of them is asked. */
export function sourcesFor(ws: Workspace, rows: readonly PullRow[]): readonly SourceApiRow[] {
  const all = connectedSources(ws)
  const had = all.filter(({ source }) => rows.some((row) => row.source === source && row.state === 'done'))
  return had.length > 0 ? had : all
}

function planFor(ws: Workspace, api: SourceApiRow, platformId: string, rows: readonly PullRow[]): void {
  const own = rows.filter(({ source }) => source === api.source)
  const known = seriesNow(ws, 'zoom', platformId)
  const planned = plannedNow(ws, api, known, own)
  const isPlanned = ({ room, reason }: PullRow) => planned.some((each) => each.room === room && each.reason === reason)
  // A room that was looked up is nobody's before something is known of it.
  const isOfSeries = ({ room }: PullRow) => startOf(room) !== null || known.series.places.has(`room/${room}`)
  for (const row of own) if (isUntouched(row) && isOfSeries(row) && !isPlanned(row)) deletePull(ws.db, row.number)
  for (const { room, reason, extent, dueAt } of planned) {
    const row = own.find((each) => each.room === room && each.reason === reason)
    if (!row || row.endedAt !== null) {
      const known = JSON.stringify({ platformId, uuid: room })
      writePull(ws.db, { source: api.source, platformId, room, reason, extent, known, dueAt })
    } else if (isUntouched(row) && row.dueAt !== dueAt) setDue(ws.db, row.number, dueAt)
  }
}

/** Planned by itself and not begun. */
function isUntouched({ reason, beganAt, endedAt }: PullRow): boolean {
  return reason !== 'asked' && reason !== 'backfill' && beganAt === null && endedAt === null
}

function plannedNow(
  ws: Workspace,
  { connectedAt }: SourceApiRow,
  known: KnownSeries,
  rows: readonly PullRow[],
): (Planned & AskedRoom)[] {
  const held = heldRooms(ws, known)
  return known.series.webinars.flatMap((webinar) => {
    const end = endingOf(webinar, held)
    if (!end || webinar.deleted) return []
    return roomsOfWebinar(webinar, held).flatMap((asked) => {
      const before = rows.filter(({ room }) => room === asked.room)
      const hasReplay = webinar.recordings.length > 0 && !isReplayGone(before)
      const planned = nextPull(end, { hasReplay, connectedAt }, before.flatMap(pulledOf))
      return planned ? { ...planned, ...asked } : []
    })
  })
}

function pulledOf({ extent, state, beganAt, endedAt, lacks }: PullRow): Pulled[] {
  if (extent === 'rooms' || beganAt === null || endedAt === null) return []
  const isTooOld = lacksOf(lacks).some(({ kind }) => kind === 'too_old')
  return [{ extent, beganAt, isWhole: state !== 'failed', isTooOld }]
}

/** Whether it was looked for a replay last, and there was none any more. */
function isReplayGone(rows: readonly PullRow[]): boolean {
  const looked = rows.filter(({ extent, endedAt }) => extent === 'replay' && endedAt !== null)
  const last = looked.toSorted((a, b) => b.endedAt! - a.endedAt!)[0]
  return last !== undefined && JSON.parse(last.known).hasReplay === false
}

/** So many series are planned at once after a source was connected. */
const handful = 20

/** Plans, when a source was connected, what is known of webinars: a handful of series, the next ones when called again. */
export function planSource(ws: Workspace, source: number): void {
  ws.pulling.unplanned ??= allSeries(ws.db).flatMap(([platform, id]) => (platform === 'zoom' ? id : []))
  const left = ws.pulling.unplanned
  const now = left.splice(0, handful)
  ws.transaction(() => {
    for (const platformId of now) planSeries(ws, 'zoom', platformId)
    if (left.length > 0) return
    setPlanned(ws.db, source)
    forgetSourceApis(ws)
  })
  if (left.length === 0) ws.pulling.unplanned = null
}
