import { MINUTE, SECOND, timezone } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { company } from '../story/companies.ts'
import type { Planned } from '../webinars.ts'
import { type Delivery, webhook, zoomTime } from './webhook.ts'

const HOST_ID = 'kR3pQv8sTnW2yZb5xHcJdg'
const producer = { name: 'Maya Rosen', email: `maya@${company.domain}` }
const speaker = { name: 'Gil Harari', email: `gil@${company.domain}` }

/** What Zoom says of a webinar that is planned. */
export function scheduledObject(webinar: Planned): object {
  return {
    uuid: webinar.scheduledUuid,
    id: webinar.platformId,
    host_id: HOST_ID,
    topic: webinar.topic,
    type: 5,
    start_time: zoomTime(webinar.startsAt),
    duration: webinar.minutes,
    timezone,
  }
}

/** The same of the room that runs, where the id is a text. */
export function runningObject(webinar: Planned): object {
  return { ...scheduledObject(webinar), uuid: webinar.roomUuid, id: String(webinar.platformId) }
}

/** The producer made the webinar. */
export function created(webinar: Planned): Delivery {
  const object = { ...scheduledObject(webinar), join_url: `https://zoom.example/j/${webinar.platformId}` }
  const rest = { operator: producer.email, operator_id: HOST_ID }
  return webhook('webinar.created', webinar.createdAt, { ...object, settings: { host_video: true } }, rest)
}

/** The room opens and closes, and the people of the house are in it. */
export function running(webinar: Planned): Delivery[] {
  const { opensAt, closesAt } = webinar
  const ended = { ...runningObject(webinar), end_time: zoomTime(closesAt) }
  return [
    webhook('webinar.started', opensAt, runningObject(webinar)),
    ...present(webinar, { ...producer, id: HOST_ID, session: '16777216', from: opensAt + 20 * SECOND }),
    ...present(webinar, { ...speaker, id: 'gIl7HaRaRi2zOoMuSeRiD', session: '16777728', from: opensAt + 3 * MINUTE }),
    webhook('webinar.ended', closesAt, ended),
  ]
}

/** The recording, an hour after the end. */
export function recorded(chance: Chance, webinar: Planned): Delivery {
  const { closesAt, mediaSeconds, roomUuid, platformId } = webinar
  const [start, end] = [zoomTime(closesAt - mediaSeconds * SECOND), zoomTime(closesAt)]
  const file = { id: chance.word(22), meeting_id: roomUuid, recording_start: start, recording_end: end }
  const object = {
    ...{ ...runningObject(webinar), id: platformId, duration: Math.round(mediaSeconds / 60) },
    ...{ host_email: producer.email, total_size: mediaSeconds * 61_000, recording_count: 1 },
    recording_files: [{ ...file, file_type: 'MP4', file_extension: 'MP4', status: 'completed' }],
  }
  return webhook('recording.completed', closesAt + 55 * MINUTE, object)
}

interface Staff {
  name: string
  email: string
  id: string
  session: string
  from: number
}

function present(webinar: Planned, { name, email, id, session, from }: Staff): Delivery[] {
  const to = webinar.closesAt
  const participant = { user_id: session, user_name: name, id, email }
  const object = (more: object) => ({ ...runningObject(webinar), participant: { ...participant, ...more } })
  return [
    webhook('webinar.participant_joined', from, object({ join_time: zoomTime(from) })),
    webhook('webinar.participant_left', to, object({ leave_time: zoomTime(to), leave_reason: `${name} left` })),
  ]
}

/** Who ran the webinar, for the report. */
export const staff = { producer, speaker }
