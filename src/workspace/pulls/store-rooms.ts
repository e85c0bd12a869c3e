import type { FoundRooms } from '../../sources/zoom/api/find-rooms.ts'
import type { Room } from '../../sources/zoom/api/step.ts'
import { findPull, pullsOf, setKnown, writePull } from '../../store/pulls.ts'
import type { Workspace } from '../workspace.ts'
import { finish, lack } from './going-on.ts'
import { type Stand, storeStand } from './stand.ts'
import { pull } from './words.ts'

const hour = 3_600_000

/** The rooms that ran about the time of a start: what was to be fetched then is fetched of them. */
export function storeRoomsAt(ws: Workspace, stand: Stand, rooms: readonly Room[], start: number): void {
  const { source, platformId, reason, number } = stand.row
  const near = rooms.filter(({ startedAt = -Infinity }) => startedAt >= start - hour && startedAt <= start + 3 * hour)
  ws.relaxed(() => {
    if (findPull(ws.db, number)?.state !== 'running') return
    for (const room of near)
      writePull(ws.db, {
        ...{ source, platformId, room: room.uuid, reason, extent: 'all', dueAt: ws.now() },
        known: JSON.stringify(room),
      })
    if (near.length === 0) lack(stand, 'not_found', pull('notYet'))
    finish(ws, stand, near.length > 0 ? 'done' : 'missing')
  })
}

/** A page of the rooms that a backfill is to fetch; those that were fetched whole already are not. */
export function storeFoundRooms(ws: Workspace, stand: Stand, { rooms, next, lacks = [] }: FoundRooms): void {
  const { source, number } = stand.row
  const seen = new Set(stand.progress!.seen)
  ws.relaxed(() => {
    if (findPull(ws.db, number)?.state !== 'running') return
    for (const room of rooms) {
      planBackfill(ws, source, room)
      seen.add(room.uuid)
    }
    for (const words of lacks) lack(stand, 'scope', words)
    stand.row.pages++
    Object.assign(stand.row, { rows: seen.size, tries: 0 })
    Object.assign(stand.progress!, { cursor: next, seen: [...seen] })
    if (next) storeStand(ws, stand)
    else finish(ws, stand, 'done')
  })
}

/** The same room is found in several lists, each of which knows something else of it. */
function planBackfill(ws: Workspace, source: number, room: Room): void {
  const { platformId, uuid } = room
  const before = pullsOf(ws.db, platformId).filter((row) => row.source === source && row.room === uuid)
  const planned = before.find(({ reason, endedAt }) => reason === 'backfill' && endedAt === null)
  if (planned) setKnown(ws.db, planned.number, JSON.stringify({ ...room, ...JSON.parse(planned.known) }))
  const isThere = before.some(({ extent, state }) => extent === 'all' && state === 'done')
  if (planned || isThere) return
  writePull(ws.db, {
    ...{ source, platformId, room: uuid, reason: 'backfill', extent: 'all', dueAt: ws.now() },
    known: JSON.stringify(room),
  })
}
