import { Refused } from '../../domain/refusal.ts'
import type { Stretch } from '../../sources/zoom/api/find-rooms.ts'
import { ZoomProblem } from '../../sources/zoom/api/step.ts'
import { addToPull, findPull, type PullRow } from '../../store/pulls.ts'
import { addCostly, type SourceApiRow } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import { begin, type Turn } from './begin.ts'
import { type CostlyApi, dayOf } from './costly-api.ts'
import type { Fetching } from './fetching.ts'
import { startOf } from './rooms.ts'
import { settleProblem } from './settle.ts'
import { openedApi } from './source-api.ts'
import { standOf } from './stand.ts'
import { storePage } from './store-page.ts'
import { storeFoundRooms, storeRoomsAt } from './store-rooms.ts'
import { pull } from './words.ts'

/** Asks for the next page of what is due and stores it together with how far that has come. */
export async function askAndStore(
  ws: Workspace,
  source: SourceApiRow,
  row: PullRow,
  signal: AbortSignal | undefined,
  fetching: Fetching,
): Promise<void> {
  const turn = begin(ws, row, fetching)
  if (!turn) return
  try {
    const api = openedApi(ws, source, fetching)
    const store = await counted(ws, row, api, signal, () => ask(ws, turn, api, signal, fetching))
    if (!signal?.aborted) await store()
  } catch (error) {
    if (error instanceof Refused && error.code === 'unavailable') throw error
    if (signal?.aborted) return
    settleIn(ws, turn, error instanceof ZoomProblem ? error : unreadable(ws, error))
  }
}

/** Asks for one page. How what it answers is stored. */
async function ask(
  ws: Workspace,
  turn: Turn,
  api: CostlyApi,
  signal: AbortSignal | undefined,
  fetching: Fetching,
): Promise<() => unknown> {
  const { stand, step } = turn
  const { known, row, progress } = stand
  if (step) {
    const page = await step.page(api, known, progress!.cursor)
    return () => storePage(ws, { ...turn, step }, page, signal)
  }
  const start = startOf(row.room)
  if (start !== null) {
    const rooms = await fetching.roomsOf(api, row.platformId)
    return () => storeRoomsAt(ws, stand, rooms, start)
  }
  const found = await fetching.findRooms(api, JSON.parse(row.known) as Stretch, progress!.cursor)
  return () => storeFoundRooms(ws, stand, found)
}

/** Does something and counts the requests that it took, also where it fails. */
async function counted<T>(
  ws: Workspace,
  { number, source }: PullRow,
  api: CostlyApi,
  signal: AbortSignal | undefined,
  act: () => Promise<T>,
): Promise<T> {
  const before = api.requests
  try {
    return await act()
  } finally {
    const [requests, costly] = [api.requests - before, api.takeCostly()]
    if (!signal?.aborted)
      ws.relaxed(() => {
        addToPull(ws.db, number, { requests, facts: 0 })
        if (costly > 0) addCostly(ws.db, source, dayOf(ws.now()), costly)
      })
  }
}

/** As of what is stored, for of what failed half-way nothing is. */
function settleIn(ws: Workspace, { stand, step, steps }: Turn, problem: ZoomProblem): void {
  ws.relaxed(() => {
    const row = findPull(ws.db, stand.row.number)
    if (row?.state === 'running') settleProblem(ws, standOf(row), step, steps, problem)
  })
}

/** A fault of ours is no reason to ask on and on. */
function unreadable(ws: Workspace, error: unknown): ZoomProblem {
  ws.report('what a platform answered could not be stored', error)
  return new ZoomProblem('unavailable', pull('unreadable'))
}
