import type { Webinar } from '../../domain/webinar.ts'
import { type PullRow, pullsOf } from '../../store/pulls.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import { needWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import type { KnownSeries } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { type Lack, lacksOf } from './lacks.ts'
import { sourcesFor } from './plan.ts'
import { heldRooms, roomsOfWebinar } from './rooms.ts'
import { type ShownPull, showPull } from './show-pulls.ts'
import { problemShown, type ShownProblem } from './source-api.ts'

/**
 * What was and is to be fetched of a webinar. `isConnected`: there is a source that may ask, unless it has a `problem`.
 * `fetchedAt`: when all of it was last asked for, and what could not be had then; `nextAt`: when it is asked again.
 */
export interface WebinarPulls {
  isConnected: boolean
  problem: ShownProblem | null
  isRunning: boolean
  fetchedAt: string | null
  lacks: Lack[]
  nextAt: string | null
  items: ShownPull[]
}

/** Throws `Refused('not_found')`. */
export function webinarPulls(ws: Workspace, id: string): WebinarPulls {
  const { webinar, known } = needWebinar(ws, id)
  if (webinar.platform !== 'zoom')
    return { isConnected: false, problem: null, isRunning: false, fetchedAt: null, lacks: [], nextAt: null, items: [] }
  const all = pullsOf(ws.db, webinar.platformId)
  const sources = sourcesFor(ws, all)
  const rows = rowsOf(ws, webinar, known, all)
  const latest = latestOfRooms(rows)
  return {
    isConnected: sources.length > 0,
    problem: sources.map(problemShown).find((problem) => problem !== null) ?? null,
    isRunning: rows.some(({ state }) => state === 'running'),
    fetchedAt: momentOf(latest.length > 0 ? Math.max(...latest.map(({ endedAt }) => endedAt!)) : null),
    lacks: differing(latest.flatMap(({ lacks }) => lacksOf(lacks))),
    nextAt: momentOf(nextOf(rows, sources)),
    items: rows.map((row) => showPull(ws, row)),
  }
}

/** Those of a series that are about one webinar. */
export function rowsOf(ws: Workspace, webinar: Webinar, known: KnownSeries, all: readonly PullRow[]): PullRow[] {
  const { scheduled, startsAt } = webinar
  const rooms = roomsOfWebinar(webinar, heldRooms(ws, known)).map(({ room }) => room)
  rooms.push(`at/${scheduled?.from ?? startsAt}`)
  return all.filter(({ room }) => rooms.includes(room))
}

/** What was last fetched of each room, where all was. */
function latestOfRooms(rows: readonly PullRow[]): PullRow[] {
  const latest = new Map<string, PullRow>()
  const whole = rows.filter(({ extent, endedAt }) => extent === 'all' && endedAt !== null)
  for (const row of whole.toSorted((a, b) => a.endedAt! - b.endedAt!)) latest.set(row.room, row)
  return [...latest.values()]
}

function differing(lacks: readonly Lack[]): Lack[] {
  return [...new Map(lacks.map((lack) => [`${lack.step} ${lack.kind}`, lack])).values()]
}

function nextOf(rows: readonly PullRow[], sources: readonly SourceApiRow[]): number | null {
  const next = rows.flatMap(({ source, dueAt, endedAt }) => {
    const api = sources.find((each) => each.source === source)
    return endedAt !== null || !api || api.problem !== null ? [] : Math.max(dueAt, api.pausedUntil ?? dueAt)
  })
  return next.length > 0 ? Math.min(...next) : null
}
