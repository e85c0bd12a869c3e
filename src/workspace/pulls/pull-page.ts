import { deferBackfill, nextPullOf } from '../../store/pulls.ts'
import { findSourceApi, type SourceApiRow } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import { askAndStore } from './ask-and-store.ts'
import { beginOfDay, costlyForBackfill, dayOf } from './costly-api.ts'
import { forgetDue } from './due.ts'
import type { Fetching } from './fetching.ts'
import { planSource } from './plan.ts'
import { probeAgain } from './probe.ts'
import { zoom } from './zoom.ts'

/**
 * Does the next thing that is due of what a source fetches: asks for one page and stores it. To be called again until it
 * resolves to false; whatever happens in between, it goes on where it stopped. Of one source only one thing is under way.
 * What comes back after `signal` was aborted is dropped. Throws only where the database fails.
 */
export async function pullPage(
  ws: Workspace,
  source: number,
  signal?: AbortSignal,
  fetching: Fetching = zoom,
): Promise<boolean> {
  const { busy } = ws.pulling
  const api = findSourceApi(ws.db, source)
  if (!api || busy.has(source)) return false
  busy.add(source)
  try {
    return (await goOn(ws, api, signal, fetching)) && !signal?.aborted
  } finally {
    busy.delete(source)
  }
}

async function goOn(
  ws: Workspace,
  api: SourceApiRow,
  signal: AbortSignal | undefined,
  fetching: Fetching,
): Promise<boolean> {
  const now = ws.now()
  const { source, planned, pausedUntil, problem } = api
  if (pausedUntil !== null && pausedUntil > now) return false
  if (problem !== null) return probeAgain(ws, api, fetching, signal)
  const row = planned ? nextPullOf(ws.db, source, now) : null
  if (!planned) planSource(ws, source)
  else if (!row) return false
  else if (row.reason === 'backfill' && isSpent(api, now)) putOffBackfill(ws, source, now)
  else await askAndStore(ws, api, row, signal, fetching)
  return true
}

/** Whether a backfill has used up its part of what an account may ask for on a day. */
function isSpent({ costlyDay, costly }: SourceApiRow, now: number): boolean {
  return costlyDay === dayOf(now) && costly >= costlyForBackfill
}

function putOffBackfill(ws: Workspace, source: number, now: number): void {
  ws.relaxed(() => deferBackfill(ws.db, source, beginOfDay(dayOf(now) + 1)))
  forgetDue(ws)
}
