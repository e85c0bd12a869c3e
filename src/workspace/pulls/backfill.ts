import { Refused } from '../../domain/refusal.ts'
import type { Stretch } from '../../sources/zoom/api/find-rooms.ts'
import { backfilled, type PullRow, pullsOf, stopBackfill as stopPulls, writePull } from '../../store/pulls.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { forgetDue } from './due.ts'
import { type Lack, lacksOf } from './lacks.ts'
import { needSourceApi, refuseStopped, zoomSource } from './source-api.ts'
import { pull } from './words.ts'

/** Zoom's reports go back so far. */
const mostMonths = 6

/**
 * How far a backfill is. `finding`: it is still looked for webinars; `found` of them so far, of which `fetched` are here
 * and `failed` could not be had. `stopped`: somebody wanted no more of them. `lacks`: why webinars may be missing among
 * them.
 */
export interface ShownBackfill {
  state: 'finding' | 'fetching' | 'done' | 'stopped'
  from: string
  to: string
  found: number
  fetched: number
  failed: number
  facts: number
  goesOnAt: string | null
  lacks: Lack[]
}

/**
 * Fetches what Zoom knows of the webinars of so many months, the latest first; one that is under way goes on. Throws
 * `Refused('invalid')` for months that Zoom does not keep, `conflict` where the source cannot be asked.
 */
export function startBackfill(ws: Workspace, id: string, months: number): ShownBackfill {
  if (!Number.isInteger(months) || months < 1 || months > mostMonths)
    throw new Refused('invalid', pull('months', { most: mostMonths }), { field: 'months' })
  const source = zoomSource(ws, id)
  const api = needSourceApi(ws, source)
  refuseStopped(api)
  const to = ws.now()
  const from = new Date(to).setUTCMonth(new Date(to).getUTCMonth() - months)
  const before = finderOf(ws, source)
  if (!before || before.endedAt !== null || stretchOf(before).from > from + dayMs) {
    const known = JSON.stringify({ hosts: JSON.parse(api.hosts), from, to } satisfies Stretch)
    ws.transaction(() => {
      writePull(ws.db, { source, platformId: '', room: '', reason: 'backfill', extent: 'rooms', known, dueAt: to })
      forgetDue(ws)
    })
  }
  return showBackfill(ws, api)!
}

/**
 * Gives up what is left of a backfill; what was fetched stays, and another one goes on where it stopped. Throws
 * `Refused('not_found')` where nothing was ever asked for.
 */
export function stopBackfill(ws: Workspace, id: string): ShownBackfill {
  ws.transaction(() => {
    stopPulls(ws.db, zoomSource(ws, id), ws.now())
    forgetDue(ws)
  })
  return needBackfill(ws, id)
}

const dayMs = 24 * 3_600_000

/** The latest backfill of a source; null: there was none. */
export function showBackfill(ws: Workspace, { source }: SourceApiRow): ShownBackfill | null {
  const finder = finderOf(ws, source)
  if (!finder) return null
  const { from, to } = stretchOf(finder)
  const { open, failed, stopped, facts, dueAt } = backfilled(ws.db, source)
  const isFinding = finder.endedAt === null
  const isStopped = finder.state === 'stopped'
  return {
    state: isFinding ? 'finding' : open > 0 ? 'fetching' : stopped > 0 || isStopped ? 'stopped' : 'done',
    from: momentOf(from),
    to: momentOf(to),
    found: finder.rows,
    fetched: Math.max(finder.rows - open - failed - stopped, 0),
    failed,
    facts,
    goesOnAt: momentOf(isFinding ? finder.dueAt : dueAt),
    lacks: lacksOf(finder.lacks),
  }
}

/** The same by the id of the source. Throws `Refused('not_found')` where nothing was ever asked for. */
export function needBackfill(ws: Workspace, id: string): ShownBackfill {
  const shown = showBackfill(ws, needSourceApi(ws, zoomSource(ws, id)))
  if (!shown) throw new Refused('not_found', pull('noBackfill'), { field: 'id' })
  return shown
}

function finderOf(ws: Workspace, source: number): PullRow | undefined {
  return pullsOf(ws.db, '').find((row) => row.source === source)
}

function stretchOf({ known }: PullRow): Stretch {
  return JSON.parse(known)
}
