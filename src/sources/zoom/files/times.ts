import { Refused } from '../../../domain/refusal.ts'
import type { Words } from '../../../domain/words.ts'
import type { Zone } from '../../zone.ts'
import { answerFile, answerOdd, answerPart } from './answer-words.ts'
import { offsets, offsetText } from './offset.ts'
import { linesOf } from './reading.ts'
import { refusal } from './words.ts'

/** When a room ran, ms UTC; `to` null: its end is not known. */
export interface Session {
  from: number
  to: number | null
}

/** A printed time: what the clock showed (ms as if it showed UTC), and its line in the file. */
export interface Printed {
  wall: number
  line: number
}

/** `named` is the zone that the column itself names, `zone` the user's or the workspace's; `isGiven`: for this very file. */
export interface Zones {
  named: Zone | null
  zone: Zone | null
  isGiven: boolean
}

export interface Times {
  momentOf: (wall: number) => number
  odd: Words[]
}

const minute = 60_000
const day = 24 * 60 * minute
/** A start may be printed without its seconds, a duration is whole minutes. */
const slack = { before: minute, after: 2 * minute }
/** So many of the answers have to lie within the webinar for a zone to be the right one. */
const most = 0.9

/**
 * In which zone times were printed of what happened in a room. Zoom prints the start of a webinar in UTC and answers in
 * the host's local time, and never says so (zoom.md 4.3): the zone is the one in which they lie within the webinar.
 * Throws `Refused('invalid')` with the field `timezone` where none or several do, unless one is given for this file.
 */
export function timesIn(session: Session, printed: readonly Printed[], zones: Zones, file: string): Times {
  const { named, zone, isGiven } = zones
  if (named) return inZone(named, session, printed, [])
  if (printed.length === 0) return zone ? inZone(zone, session, [], []) : atOffset(0, session, [], [])
  const walls = printed.map(({ wall }) => wall)
  const counts = offsets.map((offset) => walls.filter((wall) => liesIn(session, wall - offset)).length)
  const own = zone ? fitting(session, walls, zone) : -1
  const best = Math.max(own, ...counts)
  const fit = best < most * walls.length ? [] : offsets.filter((_, i) => counts[i] === best)
  const ownOffset = zone ? offsetText(zone.offsetAt(session.from)) : ''
  const which = answerPart(best === walls.length ? 'all' : 'most')
  if (zone && own === best && best >= most * walls.length)
    return inZone(zone, session, printed, [answerOdd('timesRead', { offset: ownOffset, which })])
  if (session.to !== null && fit.length === 1) {
    const offset = offsetText(fit[0]!)
    const said = zone
      ? answerOdd('timesDiffer', { offset, which, zone: zone.name, other: ownOffset })
      : answerOdd('timesRead', { offset, which })
    return atOffset(fit[0]!, session, printed, [said])
  }
  if (zone && isGiven) return inZone(zone, session, printed, [])
  throw new Refused('invalid', whyAsked(session, walls, fit), { file, field: 'timezone' })
}

/** Whether a moment lies in a session; one of unknown end is over by the next day. */
export function liesIn({ from, to }: Session, moment: number): boolean {
  return moment >= from - slack.before && moment <= (to ?? from + day) + slack.after
}

/** How many of some walls lie in a session when a clock in a zone showed them. */
export function fitting(session: Session, walls: readonly number[], zone: Zone): number {
  return walls.filter((wall) => zone.momentsOf(wall).some((moment) => liesIn(session, moment))).length
}

/** Of the two moments at which a clock that was put back showed the same, the one in the session. */
function inZone(zone: Zone, session: Session, printed: readonly Printed[], odd: Words[]): Times {
  const momentOf = (wall: number) => {
    const moments = zone.momentsOf(wall)
    return moments.find((moment) => liesIn(session, moment)) ?? moments[0]!
  }
  const offset = zone.offsetAt(session.from)
  return { momentOf, odd: [...odd, ...outside(session, printed, momentOf, offset)] }
}

function atOffset(offset: number, session: Session, printed: readonly Printed[], odd: Words[]): Times {
  const momentOf = (wall: number) => wall - offset
  return { momentOf, odd: [...odd, ...outside(session, printed, momentOf, offset)] }
}

function outside(session: Session, printed: readonly Printed[], momentOf: Times['momentOf'], offset: number): Words[] {
  const lines = printed.filter(({ wall }) => !liesIn(session, momentOf(wall))).map(({ line }) => line)
  return lines.length > 0 ? [answerOdd('timesOutside', { lines: linesOf(lines), offset: offsetText(offset) })] : []
}

function whyAsked({ from, to }: Session, walls: readonly number[], fit: readonly number[]): Words {
  if (to === null) return refusal('whichZone')
  if (fit.length > 0) return answerFile('severalOffsets', { first: offsetText(fit[0]!), last: offsetText(fit.at(-1)!) })
  const [first, last] = walls.reduce(([low, high], wall) => [Math.min(low, wall), Math.max(high, wall)], [
    Infinity,
    -Infinity,
  ] as [number, number])
  return answerFile('noOffset', { from: clock(from), to: clock(to), first: clock(first), last: clock(last) })
}

function clock(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16).replace('T', ' ')
}
