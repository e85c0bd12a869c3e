import type { ScheduleData } from '../../domain/fact.ts'
import type { Statement, StatementOf, WebinarName } from '../../domain/statement.ts'
import { given } from '../text.ts'
import type { Occurrence, Room, Scheduled } from './shape.ts'

const platform = 'zoom'
const recurring = [6, 9]
const withoutFixedTime = 6

/** The webinar by the room that ran. */
export function roomName({ id, uuid }: { id: string; uuid: string }): WebinarName {
  return { platform, platformId: id, instance: uuid }
}

function occurrenceName(id: string, occurrence: Occurrence): WebinarName {
  return { platform, platformId: id, slot: occurrence.occurrence_id }
}

/**
 * The webinar by its schedule: the one occurrence that is listed, or the only one of a single webinar. Otherwise no
 * occurrence at all: a person's fact then means the next one, and a patch that tells neither type nor time all of them.
 */
export function slotName({ id, type, start_time, occurrences }: Scheduled): WebinarName {
  if (occurrences.length === 1) return occurrenceName(id, occurrences[0]!)
  const single = type === undefined ? start_time !== undefined : !recurring.includes(type)
  return single && occurrences.length === 0 ? { platform, platformId: id, slot: '' } : { platform, platformId: id }
}

/** One scheduled occurrence. */
export interface Slot {
  webinar: WebinarName
  data: ScheduleData
  deleted: boolean
}

/** Each listed occurrence with its own time; without a list the webinar itself. */
export function slotsOf(webinar: Scheduled): Slot[] {
  const { id, occurrences, type, start_time, duration } = webinar
  if (occurrences.length === 0) {
    // Of a series without fixed time it is no schedule, whatever Zoom writes there.
    const startsAt = type === withoutFixedTime ? undefined : start_time
    return [{ webinar: slotName(webinar), data: scheduleOf(webinar, startsAt, duration), deleted: false }]
  }
  return occurrences.map((occurrence) => {
    const data = scheduleOf(webinar, occurrence.start_time, occurrence.duration ?? duration)
    return { webinar: occurrenceName(id, occurrence), data, deleted: occurrence.status === 'deleted' }
  })
}

/** What an event from the room says of its webinar; nothing if it says nothing. */
export function mentionOfRoom(object: Room, startsAt?: number): Statement[] {
  return mention(roomName(object), scheduleOf(object, startsAt, object.duration))
}

/** The same for an event that carries the schedule: one mention for each occurrence that is listed. */
export function mentionOfSchedule(object: Scheduled): Statement[] {
  return slotsOf(object).flatMap(({ webinar, data }) => mention(webinar, data))
}

function scheduleOf(
  { topic, timezone, host_id }: Room | Scheduled,
  startsAt?: number,
  durationMinutes?: number,
): ScheduleData {
  return given<ScheduleData>({ startsAt, durationMinutes, topic, timezone, hostId: host_id })
}

/** The id is made of the content and the time of the schedule, so all repetitions are one fact. */
function mention(webinar: WebinarName, data: ScheduleData): StatementOf<'webinar.mentioned'>[] {
  const { startsAt = 0, durationMinutes = 0, timezone = '', hostId = '', topic = '' } = data
  if (!startsAt && !durationMinutes && !timezone && !hostId && !topic) return []
  const { platformId, instance, slot } = webinar
  const place = instance !== undefined ? `room/${instance}` : slot !== undefined ? `slot/${slot}` : 'next'
  const id = `zoom/mentioned/${platformId}/${place}/${startsAt}/${durationMinutes}/${timezone}/${hostId}/${topic}`
  return [{ id, type: 'webinar.mentioned', time: startsAt, webinar, data }]
}
