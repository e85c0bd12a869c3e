import type { Stay } from '../connections.ts'
import type { Registration } from '../registrations.ts'
import type { Planned } from '../webinars.ts'
import { type Delivery, webhook, zoomTime } from './webhook.ts'
import { runningObject, scheduledObject } from './webinar.ts'

/** A registration and what became of it. */
export function registering(webinar: Planned, registration: Registration): Delivery[] {
  const { person, id, at, pending, turns, comment } = registration
  const who = { id, first_name: person.firstName, last_name: person.lastName, email: asTyped(registration) }
  const form = {
    ...who,
    status: pending ? 'pending' : 'approved',
    join_url: `https://zoom.example/w/${webinar.platformId}?tk=${id}`,
    ...{ address: '', city: '', zip: '', state: '', country: person.country, phone: person.phone },
    ...{ org: person.company, job_title: person.jobTitle, industry: person.industry },
    ...{ no_of_employees: person.employees, purchasing_time_frame: '', role_in_purchase_process: '' },
    ...{ comments: comment, custom_questions: [] },
  }
  const about = (registrant: object) => ({ ...scheduledObject(webinar), registrant })
  return [
    webhook('webinar.registration_created', at, about(form)),
    ...turns.map((turn) =>
      webhook(`webinar.registration_${turn.verb}`, turn.at, about(who), { operator: who.email, operator_id: '' }),
    ),
  ]
}

/** A stay: Zoom leaves out a key here and there, most of all where somebody leaves. */
export function staying(webinar: Planned, stay: Stay): Delivery[] {
  const { registration, name, email, phone, session, guid, from, to, reason } = stay
  const who = { user_id: session, user_name: name, id: '', participant_uuid: guid, participant_user_id: '' }
  const key = registration ? { registrant_id: registration.id } : {}
  const sparse = registration !== null && registration.person.number % 3 === 0
  const left = { ...who, email: sparse ? '' : email, ...(sparse ? {} : key), leave_time: zoomTime(to) }
  const joined = { ...who, ...key, email, ...(phone && { phone_number: phone }), join_time: zoomTime(from) }
  const words = `${name} left the webinar.<br>Reason: ${reason}`
  const about = (participant: object) => ({ ...runningObject(webinar), participant })
  return [
    webhook('webinar.participant_joined', from, about(joined)),
    webhook('webinar.participant_left', to, about({ ...left, leave_reason: words })),
  ]
}

/** Something written in the chat by somebody in the room. */
export function chatting(
  webinar: Planned,
  stay: Stay,
  { at, text, id }: { at: number; text: string; id: string },
): Delivery {
  const message = {
    ...{ date_time: zoomTime(at), sender_session_id: stay.session, sender_name: stay.name, sender_type: 'attendee' },
    ...{ recipient_type: 'everyone', message_id: id, message_content: text },
  }
  const object = { id: webinar.platformId, uuid: webinar.roomUuid, chat_message: message }
  return webhook('webinar.chat_message_sent', at, object)
}

/** Some type their address as on a business card. */
function asTyped({ person: { email, number } }: Registration): string {
  if (number % 11 !== 0) return email
  return email.replace(/(^|[.@-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
}
