import { type Instance, instanceOf } from '../../domain/instance.ts'
import type { Ending } from '../../domain/pull.ts'
import { tracksOf } from '../../domain/track.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { factsAbout, type KnownSeries } from '../series.ts'
import type { Workspace } from '../workspace.ts'

/** A room to be asked for: its id at Zoom, or `at/<ms>` of the scheduled start of one of which only that is known. */
export interface AskedRoom {
  platformId: string
  room: string
}

// Rooms that Ripen opened for what named none.
const ours = /^(?:report|start|end)\/-?\d+$/
const longest = 24 * 3_600_000

/** The rooms of a series in which something else than practice took place, and when each ended, as far as anybody said. */
export type HeldRooms = ReadonlyMap<string, number | null>

export function heldRooms(ws: Workspace, known: KnownSeries): HeldRooms {
  const { tracks } = tracksOf(factsAbout(ws, known), known.names.values())
  const rooms: Instance[] = tracks.filter(({ kind }) => kind === 'room').map(instanceOf)
  const held = rooms.filter(({ practice, text }) => !practice && !ours.test(text))
  return new Map(held.map(({ text, end }) => [text, end]))
}

/** When a room began as webhooks told it; null where none did. */
export function toldStartOf(ws: Workspace, known: KnownSeries, room: string): number | null {
  const { tracks } = tracksOf(factsAbout(ws, known), known.names.values())
  const track = tracks.find(({ kind, text }) => kind === 'room' && text === room)
  return (track && instanceOf(track).runs.exact.find(({ from }) => from !== null)?.from) ?? null
}

/** The rooms of a webinar that are to be asked for; where none is known, whatever rooms there were at its time. */
export function roomsOfWebinar(webinar: Webinar, held: HeldRooms): AskedRoom[] {
  const { platformId, instances, scheduled, startsAt } = webinar
  const known = instances.filter((text) => held.has(text))
  if (known.length > 0) return known.map((room) => ({ platformId, room }))
  const start = scheduled?.from ?? startsAt
  return start === null ? [] : [{ platformId, room: `at/${start}` }]
}

/** When a webinar is over, as far as that can be told; null: it cannot. */
export function endingOf({ endsAt, provisional, running, instances }: Webinar, held: HeldRooms): Ending | null {
  if (endsAt !== null) return { at: endsAt, isSure: !provisional }
  const ends = instances.flatMap((text) => held.get(text) ?? [])
  const last = running.at(-1)
  if (!last && ends.length > 0) return { at: Math.max(...ends), isSure: true }
  return last ? { at: last.from + longest, isSure: false } : null
}

/** The scheduled start for which a room is looked for; null of a room that is known. */
export function startOf(room: string): number | null {
  const start = /^at\/(-?\d+)$/.exec(room)?.[1]
  return start === undefined ? null : Number(start)
}
