import { type Delivery, zoomTime as iso, webhook } from '../../src/demo/zoom/webhook.ts'
import { MINUTE, SECOND, type ToldInstance, type ToldRegistrant, type ToldStay, type ToldWebinar } from './story.ts'

/**
 * The webhooks of a webinar and of all its rooms, in the order in which things happened. What Zoom's webhooks never tell
 * (polls, questions, views) is not among them, nor who was invited as a panelist; one stay in twenty comes without any
 * key, and every third leave without the registrant's id.
 */
export function deliveriesOf(webinar: ToldWebinar): Delivery[] {
  const run = [
    webhook(
      'webinar.created',
      webinar.createdAt,
      { ...scheduled(webinar), ...occurrencesOf(webinar) },
      {
        operator: webinar.host.email,
        operator_id: webinar.host.id,
      },
    ),
    ...webinar.registrants.flatMap((person) => registering(webinar, person)),
    ...webinar.instances.flatMap((room) => running(webinar, room)),
  ]
  return run.sort((a, b) => a.at - b.at)
}

function scheduled({ id, type, topic, host, startsAt, minutes, timezone }: ToldWebinar) {
  const when = type === 6 ? {} : { start_time: iso(startsAt), duration: minutes }
  return { uuid: 'c2NoZWR1bGVkLXV1aWQ9PQ==', id: Number(id), host_id: host.id, topic, type, ...when, timezone }
}

function occurrencesOf({ type, occurrences }: ToldWebinar): object {
  const slots = occurrences.map(({ id, startsAt, minutes }) => ({
    ...{ occurrence_id: id, start_time: iso(startsAt), duration: minutes, status: 'available' },
  }))
  return type === 9 ? { occurrences: slots } : {}
}

function registering(webinar: ToldWebinar, person: ToldRegistrant): Delivery[] {
  const { id, email, firstName, lastName, status, decidedAt, source, occurrence } = person
  const who = { id, first_name: firstName, last_name: lastName, email }
  const link = webinar.sources.find((each) => each.id === source)
  const form = {
    ...{ ...who, address: '', city: '', country: person.country, zip: '', state: '', phone: '', industry: '' },
    ...{ org: person.org, job_title: person.jobTitle, purchasing_time_frame: '', role_in_purchase_process: '' },
    ...{ no_of_employees: person.employees, comments: person.comments, custom_questions: person.custom },
    status: status === 'approved' || status === 'cancelled' ? 'approved' : 'pending',
    join_url: `https://zoom.example/w/1?tk=${id}`,
    ...(link && { tracking_source: { id: link.id, source_name: link.name, tracking_url: 'https://zoom.example' } }),
  }
  const slot = webinar.occurrences.find((each) => each.id === occurrence)
  const occurrences = slot && [{ occurrence_id: slot.id, start_time: iso(slot.startsAt), duration: slot.minutes }]
  const object = (registrant: object) => ({ ...scheduled(webinar), ...(occurrences && { occurrences }), registrant })
  const created = webhook('webinar.registration_created', person.at, object(form))
  if (decidedAt === undefined) return [created]
  return [
    created,
    webhook(`webinar.registration_${status}`, decidedAt, object(who), { operator: email, operator_id: '' }),
  ]
}

function running(webinar: ToldWebinar, room: ToldInstance): Delivery[] {
  const { uuid, from, to, stays, recording, replayRegistrants } = room
  const inRoom = { ...scheduled(webinar), uuid, id: webinar.id, start_time: iso(from) }
  const recorded = { ...scheduled(webinar), uuid, start_time: iso(from) }
  return [
    webhook('webinar.started', from, inRoom),
    ...stays.filter(({ waiting }) => !waiting).flatMap((stay, i) => staying(inRoom, stay, i)),
    ...stays
      .filter(({ registrant }, i) => registrant && i % 6 === 2)
      .map((stay, i) => chatting(webinar, room, stay, i)),
    webhook('webinar.ended', to, { ...inRoom, end_time: iso(to) }),
    ...(recording
      ? [webhook('recording.completed', recording.readyAt, { ...recorded, ...filesOf(uuid, recording) })]
      : []),
    ...replayRegistrants.map((person) => signingUp(recorded, person)),
  ]
}

function staying(inRoom: object, stay: ToldStay, i: number): Delivery[] {
  const { session, guid, name, registrant, user = '', phone, from, to, promotedAt, boundTo } = stay
  const email = stay.keyless ? '' : stay.email
  const who = { user_id: session, user_name: name, id: user, participant_uuid: guid, participant_user_id: user, email }
  const key = registrant && !stay.keyless ? { registrant_id: registrant } : {}
  const event = (what: string, at: number, more: object) =>
    webhook(`webinar.participant_${what}`, at, { ...inRoom, participant: { ...who, ...more } })
  const words = `${name} left the webinar.<br>Reason: Host ended the meeting.`
  const bound = { bind_user_id: boundTo, join_time: iso(from), phone_number: phone }
  const role = { date_time: iso(promotedAt ?? 0), old_role: 'attendee', new_role: 'panelist' }
  return [
    event('joined', from, { ...key, ...(phone && { phone_number: phone }), join_time: iso(from) }),
    ...(boundTo ? [event('bind', from + MINUTE, bound)] : []),
    ...(promotedAt ? [event('role_changed', promotedAt, { ...key, ...role })] : []),
    event('left', to, { ...(i % 3 ? key : {}), leave_time: iso(to), leave_reason: words }),
  ]
}

function chatting({ id }: ToldWebinar, { uuid }: ToldInstance, { session, name, from }: ToldStay, i: number): Delivery {
  const at = from + (2 + (i % 4)) * MINUTE
  const message = {
    ...{
      date_time: iso(at),
      sender_session_id: session,
      sender_name: name,
      sender_type: 'attendee',
      recipient_type: 'everyone',
    },
    ...{ message_id: `mSg${i}`, message_content: 'How much is it for 500 users? \u{1F600}' },
  }
  return webhook('webinar.chat_message_sent', at, { id: Number(id), uuid, chat_message: message })
}

function filesOf(uuid: string, { id, from, to }: NonNullable<ToldInstance['recording']>) {
  const part = { meeting_id: uuid, recording_start: iso(from), recording_end: iso(to), status: 'completed' }
  return {
    duration: Math.round((to - from) / MINUTE),
    recording_count: 1,
    recording_files: [{ ...part, id, file_type: 'MP4', file_extension: 'MP4' }],
  }
}

function signingUp(recorded: object, { id, email, firstName, lastName, org, at }: ToldRegistrant): Delivery {
  const registrant = { id, email, first_name: firstName, last_name: lastName, org, status: 'approved' }
  return webhook('recording.registration_created', at + 5 * SECOND, { ...recorded, registrant })
}
