import type { Statement } from '../../domain/statement.ts'
import { optionalFlag, optionalMoment } from './member.ts'
import { mentionOfRoom, roomName } from './naming.ts'
import { needed, type Reader, reader } from './reader.ts'
import { type Room, room, type Told, told } from './shape.ts'

const minute = 60_000

const ended = { ...room, end_time: optionalMoment, practice_session: optionalFlag }

/** The room opens and closes. */
export const runningReaders: [string, Reader][] = [
  ['webinar.started', reader(told(room), statesStart)],
  ['webinar.ended', reader(told(ended), statesEnd)],
]

function statesStart({ at, object }: Told<Room>): Statement[] {
  const time = needed(at ?? object.start_time, 'event_ts')
  const webinar = roomName(object)
  return [
    { id: `zoom/started/${object.uuid}/${time}`, type: 'webinar.started', time, webinar, data: {} },
    ...mentionOfRoom(object, scheduledStart(object.start_time, time)),
  ]
}

/** `start_time` is sometimes the actual and sometimes the scheduled start: on a whole minute and off by more, the latter. */
function scheduledStart(start: number | undefined, actual: number): number | undefined {
  if (start === undefined || start % minute !== 0) return undefined
  return Math.abs(start - actual) > minute ? start : undefined
}

function statesEnd({ at, object }: Told<Room & { end_time?: number; practice_session?: boolean }>): Statement[] {
  const time = needed(object.end_time ?? at, 'payload.object.end_time')
  const webinar = roomName(object)
  const data = object.practice_session ? { practice: true as const } : {}
  return [
    { id: `zoom/ended/${object.uuid}/${time}`, type: 'webinar.ended', time, webinar, data },
    ...mentionOfRoom(object),
  ]
}
