import { Refused } from '../../../domain/refusal.ts'
import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import type { Order } from '../../stamp.ts'
import type { Zone } from '../../zone.ts'
import type { AnsweredIn } from '../answer-id.ts'
import { answerFile, answerOdd } from './answer-words.ts'
import type { Frame } from './frame.ts'
import type { Known, KnownRoom } from './known.ts'
import { momentsOf } from './order.ts'
import { digitsOf } from './reading.ts'
import { kindStatements, runningStatements } from './running.ts'
import { fitting, type Session, type Zones } from './times.ts'
import { refusal } from './words.ts'

/** The room in which was said what a report says, how facts name its webinar, and what the report says of the webinar. */
export interface Room {
  webinar: WebinarName
  topic: string | null
  answeredIn: AnsweredIn
  session: Session
  statements: Statement[]
  odd: Words[]
}

/** A reading of the printed start; `zone` null: as UTC. */
interface Start {
  from: number
  zone: Zone | null
  isKnown: boolean
}

/** What tells which room it was: `walls` are when something was said in it, as printed. */
export interface Clues {
  report: string
  frame: Frame
  order: Order
  walls: readonly number[]
  zones: Zones
  known: Known
  file: string
  webinarKind?: string | undefined
}

const minute = 60_000
/** Two sources that speak of one start are no further apart. */
const sameStart = 2 * minute

/**
 * Throws `Refused('invalid')` with the field `webinar` where the file does not tell its webinar, nor what is known tells
 * it: a report prints it or not, by its generation.
 */
export function roomOf(clues: Clues): Room {
  const { known } = clues
  if (known.chosen?.rooms) return ofChosen(clues, known.chosen.rooms)
  const { platformId, odd } = numberOf(clues)
  const start = startOf(clues, known.rooms(platformId))
  if (start !== null) return asPrinted(clues, platformId, start, odd)
  const rooms = known.rooms(platformId)
  if (rooms.length === 0) return ask(clues, answerFile('notRun', { id: platformId }))
  return asKnown(clues, platformId, onlyOf(clues, rooms, platformId), odd)
}

/** The rooms that may be meant, by what is known and what the file says of itself apart from its times. */
export function possibleRooms({ frame, known, file }: Pick<Clues, 'frame' | 'known' | 'file'>): readonly KnownRoom[] {
  if (known.chosen?.rooms) return known.chosen.rooms
  const number = known.chosen?.platformId ?? digitsOf(frame.id.text) ?? numberInName({ known, file })
  return number ? known.rooms(number) : []
}

/** Zoom names its files `<number>_PollReport.csv` and the like. */
function numberInName({ known, file }: Pick<Clues, 'known' | 'file'>): string | undefined {
  return file.match(/(?<!\d)\d{9,12}(?!\d)/g)?.find((number) => known.rooms(number).length > 0)
}

function ofChosen(clues: Clues, rooms: readonly KnownRoom[]): Room {
  const { frame, report, known, file } = clues
  const { platformId, topic } = known.chosen!
  const printed = digitsOf(frame.id.text)
  if (printed && printed !== platformId)
    refuse(answerFile('otherWebinar', { report, printed, chosen: platformId }), { file, ...frame.id })
  if (rooms.length === 0) ask(clues, answerFile('notRun', { id: topic ?? platformId }))
  const starts = readingsOf(clues)
  const same = rooms.find(({ from }) => starts.some((start) => Math.abs(start - from) <= sameStart))
  const odd = starts.length > 0 && !same ? [answerOdd('otherStart', { printed: cited(frame.started.text) })] : []
  return asKnown(clues, platformId, same ?? onlyOf(clues, rooms, topic ?? platformId), odd)
}

/** The webinar's number: chosen, printed, or in the name of the file. */
function numberOf(clues: Clues): { platformId: string; odd: Words[] } {
  const { frame, report, known, file } = clues
  const printed = digitsOf(frame.id.text)
  const chosen = known.chosen?.platformId
  if (printed && chosen && printed !== chosen)
    refuse(answerFile('otherWebinar', { report, printed, chosen }), { file, ...frame.id })
  if (chosen) return { platformId: chosen, odd: [] }
  if (printed && frame.isMeeting && known.rooms(printed).length === 0)
    return ask(clues, answerFile('meeting', { report }))
  if (printed) return { platformId: printed, odd: [] }
  const named = numberInName(clues)
  if (named) return { platformId: named, odd: [answerOdd('fromName', { id: named })] }
  if (frame.id.text) return ask(clues, refusal('idOdd', { id: cited(frame.id.text) }))
  return ask(clues, answerFile('whichWebinar', { report }))
}

/**
 * When the printed start was. Zoom prints it in UTC in polls (zoom.md 4.3) and in local time elsewhere: what is known of
 * the webinar decides, then in which reading the answers lie within it, if their column names its zone; else it is UTC.
 */
function startOf(clues: Clues, rooms: readonly KnownRoom[]): Start | null {
  const { frame, zones, walls } = clues
  const readings = readingsOf(clues)
  if (readings.length === 0) return null
  const own = [null, ...zonesOf(zones)]
  const isKnown = (from: number) => rooms.some((room) => Math.abs(room.from - from) <= sameStart)
  const holds = (from: number) =>
    zones.named !== null && fitting(sessionOf(from, frame.duration), walls, zones.named) > walls.length / 2
  const knownAt = readings.findIndex(isKnown)
  const at = knownAt >= 0 ? knownAt : Math.max(0, readings.findIndex(holds))
  return { from: readings[at]!, zone: own[at]!, isKnown: knownAt >= 0 }
}

/** All that the printed start may mean: in UTC, in the zone that the answers' column names, in the user's. */
function readingsOf({ frame, order, zones }: Clues): number[] {
  const wall = frame.started.stamp?.[order]
  if (typeof wall !== 'number') return []
  return [wall, ...zonesOf(zones).map((zone) => momentsOf(frame.started, order, zone)[0]!)]
}

function zonesOf({ named, zone }: Zones): Zone[] {
  return [named, zone].filter((each) => each !== null)
}

function sessionOf(from: number, duration: number): Session {
  return { from, to: duration > 0 ? from + duration : null }
}

function asPrinted(clues: Clues, platformId: string, start: Start, odd: Words[]): Room {
  const { frame, known, webinarKind } = clues
  const { from, zone, isKnown } = start
  const session = sessionOf(from, frame.duration)
  const webinar = { platform: 'zoom', platformId, instance: `report/${from}` }
  const prefix = `zoom/${platformId}/report/${from}`
  const about = { topic: frame.topic, kind: webinarKind }
  const same = known.rooms(platformId).find((room) => Math.abs(room.from - from) <= sameStart)
  return {
    webinar,
    topic: frame.topic || null,
    // A webhook may have told the same start in another minute: what the API brings goes by that too.
    answeredIn: { platformId, startedAt: same?.from ?? from },
    session: { from, to: session.to ?? same?.to ?? null },
    statements: runningStatements(prefix, webinar, { from, to: endOf(session) }, about),
    odd: zone ? [...odd, answerOdd(isKnown ? 'startKnown' : 'startFits', { zone: zone.name })] : odd,
  }
}

/**
 * An Attendee Report may print the same start without its seconds: counted from the whole minute the end is no later than
 * by that, so that the two together say no longer webinar than it alone. The start itself: not known.
 */
function endOf({ from, to }: Session): number {
  return to === null ? from : Math.max(from, to - (from % minute))
}

function asKnown(
  { frame, webinarKind: kind }: Clues,
  platformId: string,
  { webinar, from, to }: KnownRoom,
  odd: Words[],
): Room {
  const statements = kindStatements(`zoom/${platformId}/report/${from}`, webinar, from, kind)
  const answeredIn = { platformId, startedAt: from }
  return { webinar, topic: frame.topic || null, answeredIn, session: { from, to }, statements, odd }
}

/** The only room, or the only one in which all answers lie. */
function onlyOf(clues: Clues, rooms: readonly KnownRoom[], id: string): KnownRoom {
  const { walls, zones } = clues
  const zone = zones.named ?? zones.zone
  const fit = zone && walls.length > 0 ? rooms.filter((room) => fitting(room, walls, zone) === walls.length) : rooms
  const [only, another] = rooms.length === 1 ? rooms : fit
  return only && !another ? only : ask(clues, answerFile('severalRooms', { id }))
}

function ask({ file }: Clues, words: Words): never {
  throw new Refused('invalid', words, { file, field: 'webinar' })
}
