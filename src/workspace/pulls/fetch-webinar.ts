import { Refused } from '../../domain/refusal.ts'
import { stateOf } from '../../domain/webinar-state.ts'
import { type PullRow, pullsOf, setDue, writePull } from '../../store/pulls.ts'
import { needWebinar } from '../find-webinar.ts'
import type { Workspace } from '../workspace.ts'
import { forgetDue } from './due.ts'
import { sourcesFor } from './plan.ts'
import { type AskedRoom, heldRooms, roomsOfWebinar } from './rooms.ts'
import { refuseStopped } from './source-api.ts'
import { type WebinarPulls, webinarPulls } from './webinar-pulls.ts'
import { pull } from './words.ts'

/**
 * Fetches all of a webinar now; what is being fetched of it already goes on. Throws `Refused('not_found')`, and `conflict`
 * where there is nobody to ask or nothing to ask for, in words that say what to do.
 */
export function fetchWebinar(ws: Workspace, id: string): WebinarPulls {
  const { webinar, known } = needWebinar(ws, id)
  if (webinar.platform !== 'zoom') throw new Refused('conflict', pull('notZoom'))
  const sources = sourcesFor(ws, pullsOf(ws.db, webinar.platformId))
  if (sources.length === 0) throw new Refused('conflict', pull('notConnected'))
  for (const api of sources) refuseStopped(api)
  const rooms = roomsOfWebinar(webinar, heldRooms(ws, known))
  if (rooms.length === 0 || stateOf(webinar, ws.now()) === 'scheduled') throw new Refused('conflict', pull('toCome'))
  ws.transaction(() => {
    for (const { source } of sources) for (const room of rooms) ask(ws, source, room)
    forgetDue(ws)
  })
  return webinarPulls(ws, id)
}

function ask(ws: Workspace, source: number, { platformId, room }: AskedRoom): void {
  const own = pullsOf(ws.db, platformId).filter((row) => row.source === source && row.room === room)
  const begun = own.find(({ extent, beganAt, endedAt }) => extent === 'all' && beganAt !== null && endedAt === null)
  if (begun) tryNow(ws, begun)
  else {
    const known = JSON.stringify({ platformId, uuid: room })
    writePull(ws.db, { source, platformId, room, reason: 'asked', extent: 'all', known, dueAt: ws.now() })
  }
}

/** What waits until Zoom answers again need not, when somebody asks. */
function tryNow(ws: Workspace, { number, state }: PullRow): void {
  if (state === 'waiting') setDue(ws.db, number, ws.now())
}
