import { webhook, zoomTime } from '../../../src/demo/zoom/webhook.ts'
import type { Told } from './told.ts'

/** A webinar of Zoom as its webhooks have it. */
export interface ZoomWebinar {
  id: string
  topic: string
  startsAt: number
  minutes: number | null
}

export interface ZoomPerson {
  registrantId?: string | undefined
  email?: string | undefined
  userId?: string | undefined
}

const host = 'hOsT'

function scheduled({ id, topic, startsAt, minutes }: ZoomWebinar) {
  return { id, topic, host_id: host, type: 5, start_time: zoomTime(startsAt), duration: minutes ?? 0, timezone: 'UTC' }
}

export function hook(event: string, at: number, object: object): Told {
  return { hooks: [webhook(event, at, object).body], activities: [] }
}

export function created(webinar: ZoomWebinar, at: number): Told {
  return hook('webinar.created', at, { ...scheduled(webinar), uuid: `planned-${webinar.id}` })
}

/** Something happens in the room `uuid`. */
export function inRoom(event: string, at: number, webinar: ZoomWebinar, uuid: string, rest: object = {}): Told {
  return hook(event, at, { ...scheduled(webinar), uuid, ...rest })
}

export function registration(event: string, at: number, webinar: ZoomWebinar, form: object): Told {
  return hook(event, at, { ...scheduled(webinar), uuid: `planned-${webinar.id}`, registrant: form })
}

export function comesOrGoes(
  event: 'webinar.participant_joined' | 'webinar.participant_left',
  at: number,
  webinar: ZoomWebinar,
  uuid: string,
  session: string,
  { registrantId = '', email = '', userId = '' }: ZoomPerson,
): Told {
  const time = event.endsWith('joined') ? { join_time: zoomTime(at) } : { leave_time: zoomTime(at) }
  const participant = { user_id: session, user_name: 'Dana', id: userId, email, registrant_id: registrantId, ...time }
  return inRoom(event, at, webinar, uuid, { participant })
}
