import { type Delivery, zoomTime as iso, signed as sign, webhook } from '../src/demo/zoom/webhook.ts'
import { signatureHeaders } from '../src/sources/zoom/verify.ts'

export type { Delivery }

export const WEBINAR_ID = 81234567890
export const SCHEDULED_UUID = 'c2NoZWR1bGVkLXV1aWQ9PQ=='
export const INSTANCE_UUID = 'aW5zdGFuY2UvdXVpZD09=='
export const STARTS_AT = Date.parse('2026-04-01T11:00:00Z')
const MINUTE = 60_000
export const HOST_ID = 'hOsTiD_s0mErAnDoM'

/** The headers with which Zoom signs a body. */
export function signed(body: string, secret: string, timestamp = '1775041200'): Record<string, string> {
  return sign(body, secret, timestamp)
}

/** The values of the headers that sign. */
export function signatureOf(headers: Record<string, string>): string[] {
  return signatureHeaders.map((name) => headers[name]!)
}

/**
 * One live demo webinar of an hour, scheduled 11:00-12:00 UTC, opened at 10:50 and closed at 12:05, in the order in which
 * things happened: registrations of all `people`, of whom four in five come. Rejoins, second devices, leaves without a
 * registrant id, a dial-in that is bound later, the host, a promoted attendee and a cancellation are among them.
 */
export function zoomRun(people = 40): Delivery[] {
  const run: Delivery[] = []
  const add = (event: string, at: number, object: unknown, rest: object = {}) =>
    run.push(webhook(event, at, object, rest))
  const start = STARTS_AT

  add(
    'webinar.created',
    start - 14 * 24 * 60 * MINUTE,
    {
      ...scheduled(),
      join_url: 'https://zoom.example/j/81234567890',
      settings: { host_video: false },
    },
    { operator: 'producer@ripen-customer.example', operator_id: HOST_ID },
  )
  for (let i = 0; i < people; i++) {
    const at = start - (people - i) * 37 * MINUTE
    add('webinar.registration_created', at, { ...scheduled(), registrant: registrant(i) })
  }
  add(
    'webinar.registration_cancelled',
    start - 30 * MINUTE,
    {
      ...scheduled(),
      registrant: { id: `reg${people - 1}`, first_name: 'First', last_name: 'Last', email: email(people - 1) },
    },
    { operator: email(people - 1) },
  )
  add('webinar.started', start - 10 * MINUTE, running())
  add(
    'webinar.participant_joined',
    start - 9 * MINUTE,
    inRoom({
      user_id: '16770000',
      user_name: 'Producer',
      id: HOST_ID,
      email: 'producer@ripen-customer.example',
      join_time: iso(start - 9 * MINUTE),
    }),
  )

  for (let i = 0; i < people - 1; i++) {
    if (i % 5 === 4) continue
    const join = start - 4 * MINUTE + (i % 17) * 45_000
    const leave = start + (20 + ((i * 13) % 42)) * MINUTE
    const session = `1677${1000 + i}`
    stay(i, session, join, leave)
    if (i % 7 === 3) stay(i, `1678${1000 + i}`, leave - 90_000, start + 61 * MINUTE) // rejoined before the crash was noticed
    if (i % 11 === 5) stay(i, `1679${1000 + i}`, join + 5 * MINUTE, leave + 3 * MINUTE) // a second device
    if (i % 6 === 2) {
      add('webinar.chat_message_sent', start + (10 + i) * MINUTE, {
        id: WEBINAR_ID,
        uuid: INSTANCE_UUID,
        chat_message: {
          date_time: iso(start + (10 + i) * MINUTE),
          sender_session_id: session,
          sender_name: `First${i} Last${i}`,
          sender_type: 'attendee',
          recipient_type: 'everyone',
          message_id: `msg${i}`,
          message_content: 'How much is it for 500 users? \u{1F600}',
        },
      })
    }
  }
  add(
    'webinar.participant_joined',
    start + 2 * MINUTE,
    inRoom({
      user_id: '16790000',
      user_name: '972501234567',
      id: '',
      email: '',
      phone_number: '972501234567',
      join_time: iso(start + 2 * MINUTE),
    }),
  )
  add(
    'webinar.participant_bind',
    start + 3 * MINUTE,
    inRoom({
      user_id: '16790000',
      user_name: '972501234567',
      id: '',
      email: '',
      bind_user_id: '16771000',
      join_time: iso(start + 2 * MINUTE),
      phone_number: '972501234567',
    }),
  )
  add(
    'webinar.participant_left',
    start + 58 * MINUTE,
    inRoom({
      user_id: '16790000',
      user_name: '972501234567',
      id: '',
      email: '',
      leave_time: iso(start + 58 * MINUTE),
      leave_reason: '972501234567 left the webinar.<br>Reason: Left the webinar.',
    }),
  )
  add(
    'webinar.participant_joined',
    start + 6 * MINUTE,
    inRoom({ user_id: '16799999', user_name: 'iPhone', id: '', email: '', join_time: iso(start + 6 * MINUTE) }),
  )
  add(
    'webinar.participant_left',
    start + 26 * MINUTE,
    inRoom({ user_id: '16799999', user_name: 'iPhone', id: '', email: '', leave_time: iso(start + 26 * MINUTE) }),
  )
  add(
    'webinar.participant_role_changed',
    start + 15 * MINUTE,
    inRoom({
      user_id: '16771001',
      user_name: 'First1 Last1',
      id: '',
      email: '',
      date_time: iso(start + 15 * MINUTE),
      old_role: 'attendee',
      new_role: 'panelist',
    }),
  )
  add('webinar.ended', start + 65 * MINUTE, { ...running(), end_time: iso(start + 65 * MINUTE) })
  add('recording.registration_created', start + 26 * 60 * MINUTE, {
    uuid: INSTANCE_UUID,
    id: WEBINAR_ID,
    host_id: HOST_ID,
    topic: topic(),
    type: 5,
    start_time: iso(start),
    duration: 62,
    timezone: 'Asia/Jerusalem',
    registrant: { ...registrant(4), id: 'rec4' },
  })
  return run.sort((a, b) => a.at - b.at)

  function stay(i: number, session: string, join: number, leave: number) {
    const who = { user_id: session, user_name: ` First${i} Last${i} `, id: '', participant_uuid: `UUID-${session}` }
    add(
      'webinar.participant_joined',
      join,
      inRoom({ ...who, registrant_id: `reg${i}`, email: email(i), join_time: iso(join) }),
    )
    add(
      'webinar.participant_left',
      leave,
      inRoom({
        ...who,
        email: i % 3 ? email(i) : '',
        ...(i % 2 ? { registrant_id: `reg${i}` } : {}),
        leave_time: iso(leave),
        leave_reason: `First${i} left the webinar.<br>Reason: Host ended the meeting.`,
      }),
    )
  }
}

/** Retries of leaves that come in at the very end, after rejoins of the same people. */
export function withLateLeaves(run: readonly Delivery[]): Delivery[] {
  const leaves = run.filter(({ event }) => event === 'webinar.participant_left')
  return [...run.filter(({ event }) => event !== 'webinar.participant_left'), ...leaves.reverse()]
}

function email(i: number): string {
  return i % 4 === 0 ? `Person${i}@Firm${i % 9}.Example` : `person${i}@firm${i % 9}.example`
}

function topic(): string {
  return 'Backup security in 20 minutes \u{1F512} – “live”'
}

function scheduled() {
  return {
    uuid: SCHEDULED_UUID,
    id: WEBINAR_ID,
    host_id: HOST_ID,
    topic: topic(),
    type: 5,
    start_time: iso(STARTS_AT),
    duration: 60,
    timezone: 'Asia/Jerusalem',
  }
}

function running() {
  return { ...scheduled(), uuid: INSTANCE_UUID, id: String(WEBINAR_ID), start_time: iso(STARTS_AT - 10 * MINUTE) }
}

function inRoom(participant: object) {
  return { ...running(), participant }
}

function registrant(i: number) {
  return {
    id: `reg${i}`,
    first_name: i % 2 ? `First${i}` : 'נועה',
    last_name: `Last${i}`,
    email: email(i),
    status: 'approved',
    join_url: 'https://zoom.example/w/81234567890?tk=x',
    address: '',
    city: '',
    country: i % 3 ? 'IL' : '',
    org: `Firm ${i % 9}`,
    job_title: i % 5 ? 'CTO' : '',
    comments: i % 8 === 1 ? 'Does it run on Linux?' : '',
    no_of_employees: '51-200',
    custom_questions: [],
  }
}
