import type { Reason } from '../../domain/pull.ts'
import type { Webinar } from '../../domain/webinar.ts'
import type { Words } from '../../domain/words.ts'
import { latestPulls, type PullRow, type PullState } from '../../store/pulls.ts'
import { findName } from '../../store/webinar-names.ts'
import { sourceId } from '../add-source.ts'
import { momentOf } from '../moment.ts'
import { seriesNow, webinarNamed } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import type { Lack } from './lacks.ts'
import { startOf } from './rooms.ts'
import { standOf } from './stand.ts'
import { stepsOf } from './steps.ts'
import { brings } from './words.ts'
import { zoom } from './zoom.ts'

/**
 * Something that is, was or is to be fetched. `step` of `steps` is under way, so many `pages` were read and so many `rows`
 * of the attendance (of the finding of rooms: rooms found); `requests` were made and `facts` were new. `lacks`: what could
 * not be had, in words.
 */
export interface ShownPull {
  id: string
  source: string
  reason: Reason
  extent: 'all' | 'replay' | 'rooms'
  platformId: string | null
  webinar: { id: string; topic: string | null } | null
  topic: string | null
  state: PullState
  step: (Words & { id: string; number: number; of: number }) | null
  pages: number
  rows: number
  requests: number
  facts: number
  lacks: Lack[]
  dueAt: string
  beganAt: string | null
  endedAt: string | null
}

/** So many are listed at most. */
const most = 500

/** What is under way and to come, by when it is due, then what was fetched, the latest first. */
export function showPulls(ws: Workspace): { items: ShownPull[] } {
  return { items: latestPulls(ws.db, most).map((row) => showPull(ws, row)) }
}

export function showPull(ws: Workspace, row: PullRow): ShownPull {
  const { number, source, reason, extent, platformId, state, pages, rows, requests, facts } = row
  const { known, lacks } = standOf(row)
  const webinar = webinarOf(ws, row)
  return {
    ...{ id: `p${number}`, source: sourceId(source), reason, extent, platformId: platformId || null },
    webinar,
    topic: webinar?.topic ?? known.topic ?? null,
    state,
    step: stepOf(row),
    ...{ pages, rows, requests, facts, lacks },
    dueAt: momentOf(row.dueAt),
    beganAt: momentOf(row.beganAt),
    endedAt: momentOf(row.endedAt),
  }
}

function stepOf({ extent, step, endedAt }: PullRow): ShownPull['step'] {
  if (endedAt !== null || step === null) return null
  const all = stepsOf(extent, zoom.steps)
  const at = all.findIndex(({ id }) => id === step)
  return at < 0 ? null : { ...brings(all[at]!.id), id: step, number: at + 1, of: all.length }
}

function webinarOf(ws: Workspace, { platformId, room }: PullRow): ShownPull['webinar'] {
  const webinar = startOf(room) === null ? inRoom(ws, platformId, room) : beganAt(ws, platformId, startOf(room)!)
  return webinar ? { id: webinar.id, topic: webinar.topic } : null
}

function inRoom(ws: Workspace, platformId: string, room: string): Webinar | null {
  const name = findName(ws.db, { platform: 'zoom', platformId, instance: room })
  return name === undefined ? null : webinarNamed(ws, name, 0)
}

function beganAt(ws: Workspace, platformId: string, start: number): Webinar | undefined {
  return seriesNow(ws, 'zoom', platformId).series.webinars.find(
    ({ scheduled, startsAt }) => (scheduled?.from ?? startsAt) === start,
  )
}
