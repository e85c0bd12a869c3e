import { descriptionOf, scheduleOf, withoutStart } from './description.ts'
import { byBegin, type Instance, instanceOf } from './instance.ts'
import type { Schedule } from './live-time.ts'
import type { SeriesFact, Track, Tracks } from './track.ts'

const HOUR = 3_600_000

/** One webinar in the making: what is said of its schedule, and the rooms that ran for it. */
export interface Occurrence {
  /** What its id is made of: a track's key, or `run/<minute>` of rooms that no schedule claims. */
  readonly key: string
  /** Its slot or first room, or `at/<ms>`. */
  readonly text: string
  readonly schedule: Track[]
  /** What is said of the whole series. */
  readonly general: readonly SeriesFact[]
  readonly instances: Instance[]
  /** The start that opened it, where only that is known. */
  at: number | null
  scheduled: Schedule | null
  deleted: boolean
}

/** A moment that stands for an occurrence: its scheduled start, or the begin of one of its rooms. */
interface Mark {
  readonly home: Occurrence
  readonly time: number
}

/** Sorts the tracks of one platform id into its webinars. Every track lands in exactly one. */
export function occurrencesOf({ tracks, general: said }: Tracks): Occurrence[] {
  const general = said.map(withoutStart)
  const slots = tracks.filter(({ kind }) => kind === 'slot').map((track) => opened(track, general))
  const ats = tracks.filter(({ kind }) => kind === 'at').map((track) => opened(track, general))
  const scheduled = [...slots, ...claimStarts(ats.filter(isScheduled), startsOf(slots))]
  for (const slot of slots) settle(slot)

  const rooms = tracks.filter(({ kind }) => kind === 'room').map(instanceOf)
  const held = rooms.filter(({ practice }) => !practice)
  const ran = [
    ...scheduled,
    ...clusters(
      held.filter((room) => !claimRoom(room, scheduled)),
      general,
    ),
  ]
  const mentioned = ats.filter((start) => !isScheduled(start))
  const all = [...ran, ...claimStarts(mentioned, [...startsOf(scheduled), ...beginsOf(ran)])]

  const known = adopted(all)
  const marks = [...startsOf(known), ...beginsOf(known)]
  for (const room of rooms.filter(({ practice }) => practice)) {
    const home = nearest(marks, room.begin!) ?? known[0]
    if (home) home.instances.push(room)
    else known.push(cluster([room], general))
  }
  return known
}

/** Every start joins the schedule or room within an hour of it, and opens an occurrence where there is none. */
function claimStarts(starts: readonly Occurrence[], marks: readonly Mark[]): Occurrence[] {
  return starts.filter(({ scheduled, schedule }) => {
    const home = nearest(within(marks, scheduled!.from), scheduled!.from)
    home?.schedule.push(...schedule)
    return home === undefined
  })
}

/** A room belongs to the slot in whose time it began, an hour before and after included, or through whose start it ran. */
function claimRoom(room: Instance, scheduled: readonly Occurrence[]): boolean {
  const { begin, end } = room
  const time = begin ?? end
  const fitting = scheduled.filter((occurrence) => time !== null && covers(occurrence, time, end ?? time))
  const only = begin === null && scheduled.length === 1 ? scheduled[0] : undefined
  const home = nearest(startsOf(fitting), time ?? 0) ?? only
  home?.instances.push(room)
  return home !== undefined
}

function covers({ scheduled }: Occurrence, begin: number, end: number): boolean {
  if (!scheduled) return false
  const { from, to } = scheduled
  return (begin >= from - HOUR && begin <= (to ?? from) + HOUR) || (begin < from && end > from)
}

/** Rooms with pauses of up to an hour are one webinar. */
function clusters(rooms: readonly Instance[], general: readonly SeriesFact[]): Occurrence[] {
  const groups: Instance[][] = []
  let until = -Infinity
  for (const room of rooms.toSorted(byBegin)) {
    const begin = room.begin ?? room.end ?? Infinity
    const end = Math.max(begin, room.end ?? begin)
    if (begin < Infinity && begin <= until + HOUR) groups.at(-1)!.push(room)
    else groups.push([room])
    until = groups.at(-1)!.length > 1 ? Math.max(until, end) : end
  }
  return groups.map((group) => cluster(group, general))
}

/** A report knows only the minute of the start: by it a report and the platform's own word give the same id. */
function cluster(instances: Instance[], general: readonly SeriesFact[]): Occurrence {
  const begin = Math.min(...instances.map(({ begin }) => begin ?? Infinity))
  const key = begin === Infinity ? `room/${instances[0]!.text}` : `run/${Math.floor(begin / 60_000) * 60_000}`
  return settle({ ...empty(key, instances[0]!.text, general), instances })
}

/** A single webinar of unknown start takes the first occurrence that is left: it has only one. */
function adopted(occurrences: Occurrence[]): Occurrence[] {
  const single = occurrences.find(({ key, scheduled }) => key === 'slot/' && !scheduled)
  const others = occurrences.filter(({ key }) => !key.startsWith('slot/'))
  const first = [...startsOf(others), ...beginsOf(others)].sort(earlier)[0]?.home
  if (!single || !first) return occurrences
  single.schedule.push(...first.schedule)
  single.instances.push(...first.instances)
  single.at = first.at
  settle(single)
  return occurrences.filter((occurrence) => occurrence !== first)
}

/** The home of the nearest mark: one that was not deleted before one that was, then the earlier one. */
function nearest(marks: readonly Mark[], time: number): Occurrence | undefined {
  const distance = (mark: Mark) => Math.abs(mark.time - time)
  const deleted = (mark: Mark) => Number(mark.home.deleted)
  return marks.toSorted((a, b) => deleted(a) - deleted(b) || distance(a) - distance(b) || earlier(a, b))[0]?.home
}

function within(marks: readonly Mark[], time: number): Mark[] {
  return marks.filter((mark) => Math.abs(mark.time - time) <= HOUR)
}

function earlier(a: Mark, b: Mark): number {
  return a.time - b.time || (a.home.key < b.home.key ? -1 : 1)
}

function startsOf(occurrences: readonly Occurrence[]): Mark[] {
  return occurrences.flatMap((home) => (home.scheduled ? { home, time: home.scheduled.from } : []))
}

function beginsOf(occurrences: readonly Occurrence[]): Mark[] {
  return occurrences.flatMap((home) =>
    home.instances.flatMap(({ begin }) => (begin === null ? [] : { home, time: begin })),
  )
}

function opened(track: Track, general: readonly SeriesFact[]): Occurrence {
  const { kind, text } = track
  const key = `${kind}/${text}`
  if (kind === 'at') return settle({ ...empty(key, key, general), schedule: [track], at: Number(text) })
  return settle({ ...empty(key, text, general), schedule: [track] })
}

function empty(key: string, text: string, general: readonly SeriesFact[]): Occurrence {
  return { key, text, schedule: [], general, instances: [], at: null, scheduled: null, deleted: false }
}

function settle(occurrence: Occurrence): Occurrence {
  const told = descriptionOf([...occurrence.general, ...occurrence.schedule.flatMap(({ facts }) => facts)])
  return Object.assign(occurrence, { scheduled: scheduleOf(told, occurrence.at), deleted: told.deleted })
}

function isScheduled({ schedule }: Occurrence): boolean {
  return schedule.some(({ facts }) => facts.some(({ type }) => type === 'webinar.scheduled'))
}
