import { Refused } from '../../../domain/refusal.ts'
import type { Words } from '../../../domain/words.ts'
import type { Order } from '../../stamp.ts'
import type { Zone } from '../../zone.ts'
import type { Frame } from './frame.ts'
import { type DateCell, momentsOf, orderOf } from './order.ts'
import type { AnswerSetting } from './reading.ts'
import { possibleRooms, type Room, roomOf } from './room.ts'
import { type Printed, timesIn } from './times.ts'
import { refusal } from './words.ts'

/** What a file says of where and when things were said: in which room, and when; `null` for a time that cannot be read. */
export interface Placed {
  room: Room
  momentOf: (cell: DateCell | undefined) => number | null
  odd: Words[]
}

/** `named` is the zone that the column of the times names. */
export interface Told {
  report: string
  frame: Frame
  cells: readonly DateCell[]
  named: Zone | null
}

const day = 24 * 3_600_000
/** No two clocks of the world are further apart. */
const widest = 26 * 3_600_000

/** Places what was said while the webinar ran. */
export function placeDuring({ report, frame, cells, named }: Told, setting: AnswerSetting): Placed {
  const { file, zone, isGiven, known, webinarKind } = setting
  const order = orderOf([frame.generated, frame.started, ...cells], contradicting(frame, cells, setting, day), file)
  const printed = printedTimes(cells, order)
  const walls = printed.map(({ wall }) => wall)
  const zones = { named, zone, isGiven }
  const room = roomOf({ report, frame, order, walls, zones, known, file, webinarKind })
  const times = timesIn(room.session, printed, zones, file)
  const momentOf = (cell: DateCell | undefined) => {
    const wall = cell?.stamp?.[order]
    return typeof wall === 'number' ? times.momentOf(wall) : null
  }
  return { room, momentOf, odd: [...room.odd, ...times.odd] }
}

/** Places what was said after the webinar, when a zone does not show by itself. */
export function placeAfter({ report, frame, cells, named }: Told, setting: AnswerSetting): Placed {
  const { file, zone, isGiven, known, webinarKind } = setting
  const wrong = contradicting(frame, cells, setting, Infinity)
  const order = orderOf([frame.generated, frame.started, ...cells], wrong, file)
  const zones = { named, zone, isGiven }
  const room = roomOf({ report, frame, order, walls: [], zones, known, file, webinarKind })
  const clock = named ?? zone
  if (!clock && printedTimes(cells, order).length > 0)
    throw new Refused('invalid', refusal('whichZone'), { file, field: 'timezone' })
  const momentOf = (cell: DateCell | undefined) => (clock && cell && momentsOf(cell, order, clock)[0]) ?? null
  return { room, momentOf, odd: room.odd }
}

function printedTimes(cells: readonly DateCell[], order: Order): Printed[] {
  return cells.flatMap(({ stamp, line }) => {
    const wall = stamp?.[order]
    return typeof wall === 'number' ? { wall, line } : []
  })
}

/**
 * How often times contradict what the file says of the webinar and of itself, and what is known of it, when read in an
 * order. `later`: so long after the end, ms, things may have been said.
 */
function contradicting(
  frame: Frame,
  cells: readonly DateCell[],
  { known, file }: AnswerSetting,
  later: number,
): (order: Order) => number {
  const rooms = possibleRooms({ frame, known, file })
  return (order) => {
    const start = frame.started.stamp?.[order] ?? null
    const made = (frame.generated.stamp?.[order] ?? Infinity) + widest
    const sessions = start === null ? rooms : [...rooms, { from: start, to: start + frame.duration }]
    const isIn = (wall: number) =>
      sessions.some(({ from, to }) => wall >= from - widest && wall <= (to ?? from + day) + later + widest)
    const wrong = printedTimes(cells, order).filter(({ wall }) => wall > made || (sessions.length > 0 && !isIn(wall)))
    return wrong.length + (start !== null && start > made ? 1 : 0)
  }
}
