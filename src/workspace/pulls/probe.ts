import type { SearchCursor } from '../../sources/zoom/api/find-rooms.ts'
import { ZoomProblem } from '../../sources/zoom/api/step.ts'
import type { ZoomApi } from '../../sources/zoom/api/zoom-api.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import type { Fetching } from './fetching.ts'
import { lackingScopes, noteLacks, unnamed } from './scopes.ts'
import { openedApi, problemOf } from './source-api.ts'
import { goOnWithSource, pauseUntil, stopSource } from './source-problem.ts'

const day = 24 * 3_600_000
const minute = 60_000
/** So many pages are looked at until it is clear whether anybody may hold webinars. */
const mostPages = 5

/** What an access is good for: the scopes that it lacks. Throws `ZoomProblem` where it is good for nothing now. */
export async function probe(api: ZoomApi, hosts: readonly string[], { findRooms, steps }: Fetching): Promise<string[]> {
  try {
    const stretch = { hosts, from: api.now() - day, to: api.now() }
    let cursor: SearchCursor | null = {}
    for (let page = 0; cursor && isInDoubt(cursor) && page < mostPages; page++)
      cursor = (await findRooms(api, stretch, cursor)).next
  } catch (error) {
    // Without that scope there is no backfill; all else may work.
    if (!(error instanceof ZoomProblem) || !isOnlyOfFinding.includes(error.kind)) throw error
  }
  return lackingScopes(api.scopes, steps, hosts)
}

/** Whether Zoom has not let anything be seen of webinars yet. */
function isInDoubt({ stage, answered }: SearchCursor): boolean {
  return stage === undefined || stage === 'users' || (stage === 'hosts' && !answered)
}

const isOnlyOfFinding = ['scope', 'not_found', 'nothing', 'no_host', 'too_old', 'page_expired']

/**
 * Tries whether a source that had a problem has it still; if not, it goes on with what waits. Resolves to false where
 * nothing can be asked now.
 */
export async function probeAgain(
  ws: Workspace,
  row: SourceApiRow,
  fetching: Fetching,
  signal?: AbortSignal,
): Promise<boolean> {
  const { source } = row
  try {
    ws.pulling.opened.delete(source)
    const lacks = await probe(openedApi(ws, row, fetching), JSON.parse(row.hosts), fetching)
    if (signal?.aborted) return false
    ws.transaction(() => {
      goOnWithSource(ws, source)
      noteLacks(ws, source, unnamed(lacks))
    })
    return true
  } catch (error) {
    if (!(error instanceof ZoomProblem)) throw error
    if (signal?.aborted) return false
    ws.transaction(() => noteFailed(ws, row, error))
    return false
  }
}

function noteFailed(ws: Workspace, row: SourceApiRow, problem: ZoomProblem): void {
  const isStillSo = problem.kind === 'revoked' || problem.kind === 'plan'
  if (isStillSo) stopSource(ws, row.source, problem, problemOf(row)?.since)
  else pauseUntil(ws, row.source, problem.retryAt ?? ws.now() + 5 * minute, row.problem)
}
