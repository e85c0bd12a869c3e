import type { Chance } from '../../../src/demo/chance.ts'
import { webhook, zoomTime } from '../../../src/demo/zoom/webhook.ts'
import { activityOf } from './activities.ts'

/** Something that is told to Ripen: a webhook of Zoom or an activity. */
export interface Told {
  kind: 'webhook' | 'activity'
  event: string
  /** When it happened, ms. */
  at: number
  body: string
}

export const [minute, day] = [60_000, 24 * 60 * 60_000]

/** The people of a webinar and where it stands, under names that no other history has. */
export interface Cast {
  name: string
  chance: Chance
  start: number
  id: string
  people: string[]
}

const outcomes = ['approved', 'approved', 'denied', 'cancelled'] as const

/**
 * What happened around one webinar, at most `most` events, in the order in which it happened: sign-ups and what became
 * of them, one or two rooms, people who come, go, come again before they have gone, on two devices and by phone, who talk,
 * and what they do afterwards.
 */
export function historyOf(name: string, chance: Chance, start: number, most: number): Told[] {
  const crowd = chance.happens(0.2) ? chance.whole(12, 30) : chance.whole(1, 11)
  const people = Array.from({ length: crowd }, (_, at) => `${name}-${at}`)
  const cast: Cast = { name, chance, start, id: `9${String(Math.floor(chance.next() * 1e9)).padStart(9, '0')}`, people }
  const told = [...schedule(cast), ...signUps(cast), ...rooms(cast), ...visits(cast), ...afterwards(cast)]
  return chance.some(told, most).toSorted((a, b) => a.at - b.at || (a.body < b.body ? -1 : 1))
}

function scheduled({ id, name, start }: Cast) {
  return {
    ...{ uuid: `${name}-schedule`, id, host_id: 'host', topic: `Webinar ${name}`, type: 5 },
    ...{ start_time: zoomTime(start), duration: 60, timezone: 'Asia/Jerusalem' },
  }
}

function roomOf(cast: Cast, room: number) {
  return { ...scheduled(cast), uuid: `${cast.name}-room${room}==` }
}

function of(event: string, at: number, object: unknown, rest: object = {}): Told {
  return { kind: 'webhook', ...webhook(event, at, object, rest) }
}

function schedule(cast: Cast): Told[] {
  const { chance, start } = cast
  const told = [of('webinar.created', start - 14 * day, scheduled(cast))]
  for (let at = chance.whole(0, 2); at > 0; at--) {
    const object = {
      id: cast.id,
      start_time: zoomTime(start + chance.pick([0, 0, 30]) * minute),
      duration: chance.pick([45, 60]),
    }
    const when = start - chance.whole(1, 10) * day
    told.push(of('webinar.updated', when, object, { time_stamp: when, old_object: { id: cast.id, duration: 60 } }))
  }
  return told
}

function signUps(cast: Cast): Told[] {
  const { chance, start, people } = cast
  return people.flatMap((person, at) => {
    if (chance.happens(0.15)) return []
    const when = start - chance.whole(1, 9) * day - at * 1000
    const registrant = {
      ...{
        id: `reg-${person}`,
        email: chance.pick([`${person}@firm.example`, `${person.toUpperCase()}@Firm.Example`]),
      },
      ...{ first_name: 'Dana', last_name: person, org: chance.pick(['Kiwi', '']), job_title: chance.pick(['CTO', '']) },
      ...{ status: chance.pick(['approved', 'pending']), comments: chance.pick(['', 'How much is it?']) },
    }
    const about = (what: string, later: number, more: object = {}) =>
      of(`webinar.registration_${what}`, when + later, { ...scheduled(cast), registrant: { ...registrant, ...more } })
    const told = [about('created', 0)]
    for (let more = chance.whole(0, 2); more > 0; more--)
      told.push(about(chance.pick(outcomes), chance.whole(1, 20) * 60 * minute))
    if (chance.happens(0.1)) told.push(about('created', 5 * minute, { id: `reg-${person}-again`, job_title: 'CEO' }))
    return told
  })
}

function rooms(cast: Cast): Told[] {
  const { chance, start } = cast
  const told: Told[] = []
  for (let room = 0; room < chance.whole(1, 2); room++) {
    const from = start + (room === 0 ? chance.whole(-12, 5) : 35) * minute
    told.push(of('webinar.started', from, { ...roomOf(cast, room), start_time: zoomTime(from) }))
    const to = from + chance.whole(20, 70) * minute
    if (chance.happens(0.9)) told.push(of('webinar.ended', to, { ...roomOf(cast, room), end_time: zoomTime(to) }))
  }
  return told
}

function visits(cast: Cast): Told[] {
  const { chance, people } = cast
  const told: Told[] = []
  for (const [at, person] of people.entries()) {
    if (chance.happens(0.2)) continue
    for (let stays = chance.whole(1, 3), from = chance.whole(-10, 30); stays > 0; stays--) {
      const to = from + chance.whole(1, 40)
      told.push(...stay(cast, `${at}${stays}`, person, from, to))
      // Come again, sometimes before the connection that broke was noticed.
      from = to + chance.whole(-2, 5)
    }
  }
  return told
}

function stay(cast: Cast, session: string, person: string, from: number, to: number): Told[] {
  const { chance, start } = cast
  const room = roomOf(
    cast,
    chance.weighted([
      [0, 5],
      [1, 1],
    ]),
  )
  const nobody = chance.happens(0.08)
  const keys = () => {
    if (nobody) return { email: '' }
    return chance.pick([
      { registrant_id: `reg-${person}`, email: `${person}@firm.example` },
      { registrant_id: `reg-${person}`, email: '' },
      { email: `${person}@firm.example` },
    ])
  }
  const user = { user_id: `1677${session}`, user_name: `Dana ${person}`, id: chance.pick(['', `zoom-${person}`]) }
  const [joined, left] = [start + from * minute + chance.whole(0, 59) * 1000, start + to * minute]
  const inRoom = (event: string, at: number, more: object) =>
    of(event, at, { ...room, participant: { ...user, ...more } })
  const told = [inRoom('webinar.participant_joined', joined, { ...keys(), join_time: zoomTime(joined) })]
  if (chance.happens(0.9))
    told.push(inRoom('webinar.participant_left', left, { ...keys(), leave_time: zoomTime(left), leave_reason: 'left' }))
  if (chance.happens(0.15))
    told.push(
      inRoom('webinar.participant_bind', joined + minute, {
        email: '',
        bind_user_id: `1677${chance.pick(['01', '11', '02', session])}`,
        join_time: zoomTime(joined),
      }),
    )
  if (chance.happens(0.1))
    told.push(
      inRoom('webinar.participant_role_changed', joined + minute, {
        email: '',
        date_time: zoomTime(joined + minute),
        old_role: 'attendee',
        new_role: 'panelist',
      }),
    )
  if (chance.happens(0.3)) {
    const sentAt = joined + 2 * minute
    const message = {
      date_time: zoomTime(sentAt),
      sender_session_id: user.user_id,
      sender_name: user.user_name,
      sender_type: 'attendee',
    }
    const rest = {
      recipient_type: 'everyone',
      message_id: `msg-${person}-${session}`,
      message_content: 'How much for 500?',
    }
    told.push(
      of('webinar.chat_message_sent', sentAt, { id: room.id, uuid: room.uuid, chat_message: { ...message, ...rest } }),
    )
  }
  return told
}

function afterwards(cast: Cast): Told[] {
  const count = cast.chance.whole(0, cast.people.length * 3)
  return Array.from({ length: count }, (_, at) => activityOf(cast, at))
}
