import { nextDueOf } from '../../store/pulls.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import { connectedSources } from './source-api.ts'

/** When anything is to be fetched next, ms UTC: now, or later; null: never. Asked all the time, so it is remembered. */
export function nextPullAt(ws: Workspace): number | null {
  ws.remembered.pullAt ??= { at: earliest(connectedSources(ws).map((api) => dueAt(ws, api))) }
  return ws.remembered.pullAt.at
}

/** The sources that have something to do now. */
export function dueSources(ws: Workspace): number[] {
  const now = ws.now()
  if ((nextPullAt(ws) ?? Infinity) > now) return []
  return connectedSources(ws).flatMap((api) => ((dueAt(ws, api) ?? Infinity) <= now ? api.source : []))
}

/** To be called where something that is to be fetched is planned, done or put off. */
export function forgetDue(ws: Workspace): void {
  ws.remembered.pullAt = undefined
}

function dueAt(ws: Workspace, { source, planned, problem, pausedUntil }: SourceApiRow): number | null {
  if (problem !== null) return pausedUntil
  const next = planned ? nextDueOf(ws.db, source) : ws.now()
  return next === null || pausedUntil === null ? next : Math.max(next, pausedUntil)
}

function earliest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null)
  return known.length > 0 ? Math.min(...known) : null
}
