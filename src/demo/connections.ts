import { MINUTE, SECOND } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Registration } from './registrations.ts'
import type { Planned } from './webinars.ts'

/** One connection to the room. `registration` null: nobody knows whose it is. */
export interface Stay {
  registration: Registration | null
  name: string
  email: string
  phone: string
  /** Zoom's `user_id` and `participant_uuid`, new with every join. */
  session: string
  guid: string
  from: number
  to: number
  reason: string
}

const [left, closed] = ['Left the webinar.', 'Host ended the meeting.']

/** How one person's time in the room looks to Zoom: broken off, on two devices, with the link handed on. */
export function connectionsOf(
  chance: Chance,
  webinar: Planned,
  registration: Registration,
  { from, to }: { from: number; to: number },
): Stay[] {
  const { person } = registration
  // Of the webinar that runs now more happens, so that there is something to see.
  const restless = webinar.ago === 'now' ? 9 : 1
  const { firstName, lastName } = person
  const name = person.number % 37 === 0 ? `${lastName}, ${firstName}` : `${firstName} ${lastName}`
  const whole = stay(chance, { registration, name, email: person.email, phone: '', from, to })
  const stays = [whole]
  for (let i = 0; i < restless; i++) if (chance.happens(0.14)) breakOff(chance, stays)
  if (to - from > 6 * MINUTE && chance.happens(Math.min(0.04 * restless, 0.2))) {
    const middle = chance.between(from + MINUTE, to - 3 * MINUTE)
    stays.push(stay(chance, { ...whole, from: middle, to: chance.between(middle + MINUTE, to) }))
  }
  if (to - from > 4 * MINUTE && chance.happens(0.02)) {
    const guest = { name: 'Meeting room 2', email: `room2@${person.email.split('@')[1]}` }
    stays.push(stay(chance, { ...whole, ...guest, from: from + chance.between(0.5, 3) * MINUTE }))
  }
  return stays.map((stay) => wholeSeconds(stay, webinar))
}

/** People who dial in, machines without a name, and somebody registered who came by another way than the own link. */
export function strangers(chance: Chance, webinar: Planned, away: readonly Registration[]): Stay[] {
  const names = webinar.kind === 'demo' ? ['iPhone'] : ['iPhone', '972505550142', 'Galaxy A54']
  const [other] = away
  const named = other ? [`${other.person.firstName} ${other.person.lastName}`] : []
  return [...names, ...named].map((name) => {
    const from = webinar.startsAt + chance.between(0, 6) * MINUTE
    const to = chance.between(from + 2 * MINUTE, webinar.closesAt - MINUTE)
    const phone = /^\d+$/.test(name) ? name : ''
    return wholeSeconds(stay(chance, { registration: null, name, email: '', phone, from, to }), webinar)
  })
}

/** The last connection breaks and comes back; of some breaks Zoom hears only after the rejoin. */
function breakOff(chance: Chance, stays: Stay[]): void {
  const last = stays.pop()!
  if (last.to - last.from < 6 * MINUTE) {
    stays.push(last)
    return
  }
  const at = chance.between(last.from + MINUTE, last.to - 4 * MINUTE)
  const back = at + chance.between(12, 150) * SECOND
  const noticed = chance.happens(0.25) ? back + chance.between(20, 70) * SECOND : at
  stays.push({ ...last, to: noticed }, stay(chance, { ...last, from: back }))
}

function stay(chance: Chance, told: Omit<Stay, 'session' | 'guid' | 'reason'>): Stay {
  const guid = [8, 4, 4, 4, 12].map((length) => chance.word(length, '0123456789ABCDEF')).join('-')
  return { ...told, guid, session: '', reason: '' }
}

/** Zoom tells joins and leaves in whole seconds, and nobody is in a room that is closed. */
function wholeSeconds(stay: Stay, { closesAt }: Planned): Stay {
  const from = Math.floor(stay.from / SECOND) * SECOND
  const to = Math.max(Math.min(Math.floor(stay.to / SECOND) * SECOND, closesAt), from + SECOND)
  return { ...stay, from, to, reason: closesAt - to < MINUTE ? closed : left }
}
