import { zoomTime as iso, webhook } from '../../src/demo/zoom/webhook.ts'
import type { Delivery } from '../zoom-run.ts'

const minute = 60_000
const host = { user_id: '16778240', user_name: 'Producer', id: 'hOsTiD', email: 'producer@oren.example' }

/** A webinar as Zoom knows it; `startsAt` in ms. */
export interface ZoomWebinar {
  id: number
  topic: string
  startsAt: number
  minutes: number
}

/** Somebody who registers, and the minutes of the webinar between which they were in the room. */
export interface Guest {
  name: string
  email: string
  org?: string
  title?: string
  comments?: string
  stays: [from: number, to: number][]
}

export function created(webinar: ZoomWebinar): Delivery {
  return webhook('webinar.created', webinar.startsAt - 20 * 24 * 60 * minute, planned(webinar))
}

export function registered(webinar: ZoomWebinar, guest: Guest): Delivery {
  const [first = '', ...rest] = guest.name.split(' ')
  const registrant = {
    ...{ id: idOf(guest), first_name: first, last_name: rest.join(' '), email: guest.email, status: 'approved' },
    ...{ org: guest.org ?? '', job_title: guest.title ?? '', comments: guest.comments ?? '', custom_questions: [] },
  }
  return webhook('webinar.registration_created', webinar.startsAt - 3 * 24 * 60 * minute, {
    ...planned(webinar),
    registrant,
  })
}

export function started(webinar: ZoomWebinar): Delivery {
  return webhook('webinar.started', webinar.startsAt, running(webinar))
}

export function ended(webinar: ZoomWebinar, at: number): Delivery {
  return webhook('webinar.ended', at, { ...running(webinar), end_time: iso(at) })
}

/** `stay`: which of their connections it is. */
export function joined(webinar: ZoomWebinar, guest: Guest, at: number, stay = 0): Delivery {
  const participant = { ...inRoom(guest, stay), join_time: iso(at) }
  return webhook('webinar.participant_joined', at, { ...running(webinar), participant })
}

export function left(webinar: ZoomWebinar, guest: Guest, at: number, stay = 0): Delivery {
  const participant = { ...inRoom(guest, stay), leave_time: iso(at), leave_reason: `${guest.name} left the webinar.` }
  return webhook('webinar.participant_left', at, { ...running(webinar), participant })
}

/** Somebody of whom Zoom only tells the name shown: how they came and went, in minutes of the webinar. */
export function stranger(webinar: ZoomWebinar, name: string, [from, to]: [number, number]): Delivery[] {
  const at = (minutes: number) => webinar.startsAt + minutes * minute
  const who = { user_id: String(16_900_000 + numberOf(name)), user_name: name, id: '', email: '' }
  const told = (event: string, minutes: number, participant: object) =>
    webhook(`webinar.participant_${event}`, at(minutes), { ...running(webinar), participant })
  return [
    told('joined', from, { ...who, join_time: iso(at(from)) }),
    told('left', to, { ...who, leave_time: iso(at(to)), leave_reason: `${name} left the webinar.` }),
  ]
}

/** Everything that Zoom tells of a webinar that is over, from making it to its end. */
export function wholeRun(webinar: ZoomWebinar, guests: readonly Guest[]): Delivery[] {
  const at = (minutes: number) => webinar.startsAt + minutes * minute
  const visits = guests.flatMap((guest) =>
    guest.stays.flatMap(([from, to], stay) => [
      joined(webinar, guest, at(from), stay),
      left(webinar, guest, at(to), stay),
    ]),
  )
  const producer = { ...running(webinar), participant: { ...host, join_time: iso(at(0)) } }
  return [
    created(webinar),
    ...guests.map((guest) => registered(webinar, guest)),
    started(webinar),
    webhook('webinar.participant_joined', at(0), producer),
    ...visits,
    ended(webinar, at(webinar.minutes)),
  ]
}

function planned({ id, topic, startsAt, minutes }: ZoomWebinar) {
  const uuid = `${id}-planned==`
  const times = { start_time: iso(startsAt), duration: minutes, timezone: 'Asia/Jerusalem' }
  return { uuid, id, host_id: host.id, topic, type: 5, ...times }
}

function running(webinar: ZoomWebinar) {
  return { ...planned(webinar), uuid: `${webinar.id}-room==`, id: String(webinar.id) }
}

function inRoom(guest: Guest, stay: number) {
  const session = String(16_790_000 + (stay + 1) * 10_000 + numberOf(guest.email))
  return { user_id: session, user_name: guest.name, id: '', registrant_id: idOf(guest), email: guest.email }
}

function idOf({ email }: Guest): string {
  return `reg-${email.replaceAll(/\W/g, '')}`
}

/** The same small number for the same address. */
function numberOf(email: string): number {
  return [...email].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9_973, 7)
}
