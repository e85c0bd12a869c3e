import { optionalId, optionalMinutes, optionalMoment, optionalNumber, optionalText, requiredId } from './member.ts'
import { listOf, type Member, type Members, record, type Shaped } from './record.ts'

const occurrence = record({
  occurrence_id: requiredId,
  start_time: optionalMoment,
  duration: optionalMinutes,
  status: optionalText(),
})

export type Occurrence = ReturnType<typeof occurrence>

/** The webinar object of nearly every event. `uuid` is the room that ran, or in a schedule one that never will. */
const common = {
  host_id: optionalId,
  topic: optionalText(300),
  type: optionalNumber,
  start_time: optionalMoment,
  duration: optionalMinutes,
  timezone: optionalText(64),
}

export const scheduled = { id: requiredId, ...common, occurrences: listOf(occurrence) }
export const room = { id: requiredId, uuid: requiredId, ...common }
export const roomOfUnknownWebinar = { ...room, id: optionalId }

export type Scheduled = Shaped<typeof scheduled>
export type Room = Shaped<typeof room>

/** What an event says: `at` is when it happened (`event_ts`, of an update `time_stamp`), not always stated. */
export interface Told<T> {
  at: number | undefined
  object: T
}

/** The body of an event whose object has these members; all others are left unread. */
export function told<Shape extends Members>(shape: Shape): Member<Told<Shaped<Shape>>> {
  const body = record({
    event_ts: optionalMoment,
    payload: record({ time_stamp: optionalMoment, object: record(shape) }),
  })
  return (value) => {
    const { event_ts, payload } = body(value)
    return { at: payload.time_stamp ?? event_ts, object: payload.object }
  }
}
