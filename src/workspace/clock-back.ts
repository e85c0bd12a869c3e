import { openScope } from '../store/due.ts'
import { findNoted, writeNoted } from '../store/settings.ts'
import { liveModels } from './live-models.ts'
import type { Workspace } from './workspace.ts'

/** A clock that is put right by less makes nobody due, ms. */
const leeway = 1_000
/** How often it is noted for the next start, ms. */
const pause = 60_000

/** The latest moment as of which anybody was scored; what of it is stored lags behind. */
export interface ScoredTo {
  at: number
  stored: number
}

/**
 * Makes everybody due when the clock stands before a moment as of which somebody was scored: that card tells of a time
 * that has not come, and the moment at which it would change by itself lies behind it.
 */
export function noticeClockBack(ws: Workspace): void {
  const now = ws.now()
  if (now >= scoredTo(ws).at - leeway) return
  ws.transaction(() => {
    for (const model of liveModels(ws)) openScope(ws.db, model, 'everybody', 0)
    writeNoted(ws.db, 'scoredTo', now)
  })
  ws.remembered.scoredTo = { at: now, stored: now }
}

/** To be called within the transaction in which somebody is scored as of `now`. */
export function noteScored(ws: Workspace, now: number): void {
  const known = scoredTo(ws)
  if (now <= known.at) return
  known.at = now
  if (now - known.stored < pause) return
  known.stored = now
  writeNoted(ws.db, 'scoredTo', now)
}

function scoredTo(ws: Workspace): ScoredTo {
  if (!ws.remembered.scoredTo) {
    const stored = findNoted(ws.db, 'scoredTo') ?? -Infinity
    ws.remembered.scoredTo = { at: stored, stored }
  }
  return ws.remembered.scoredTo
}
