import type { Chance } from './chance.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  plainAddress,
  SECOND,
  type ToldInstance,
  type ToldRegistrant,
  type ToldStay,
  type ToldWebinar,
} from './story.ts'
import { tellTalk } from './tell-talk.ts'

type Bare = Pick<ToldInstance, 'uuid' | 'from' | 'to'>

/** Who was in the room and what they did there. One in five who signed up does not come; one in ten of those watches the replay. */
export function tellRoom(chance: Chance, webinar: ToldWebinar, bare: Bare): ToldInstance {
  const stays = new Stays(chance)
  stays.staff(webinar, bare)
  const came = webinar.registrants.filter(({ status }, i) => status === 'approved' && i % 5 !== 4)
  for (const [i, person] of came.entries()) stays.person(person, i, webinar, bare)
  stays.strangers(webinar, bare)
  const away = webinar.registrants.filter(({ status }, i) => status === 'approved' && i % 5 === 4)
  const watching = away.filter((_, i) => i % 2 === 0)
  const recording = {
    id: chance.word(36),
    from: webinar.startsAt + 2 * MINUTE,
    to: bare.to - 3 * MINUTE,
    readyAt: bare.to + 40 * MINUTE,
  }
  const views = watching.map(({ email, firstName, lastName }, i) => ({
    at: bare.to + (1 + (i % 15)) * 3 * HOUR + i * SECOND,
    name: `${firstName} ${lastName}`,
    email,
    seconds: 300 + (i % 9) * 400,
  }))
  return {
    ...bare,
    stays: stays.all,
    ...tellTalk(chance, webinar, bare, came),
    recording,
    views: [...views, { at: bare.to + 2 * DAY, name: 'Viewer', email: '', seconds: 75 }],
    replayRegistrants: watching.map((person) => ({ ...person, id: chance.word(), at: bare.to + 2 * HOUR })),
  }
}

class Stays {
  readonly all: ToldStay[] = []
  #session = 16_777_216
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  add(stay: Omit<ToldStay, 'session' | 'guid' | 'role'> & { role?: ToldStay['role'] }): ToldStay {
    this.#session += 1024
    const guid = Buffer.from(this.#chance.bytes(16)).toString('hex').toUpperCase()
    const told: ToldStay = { role: 'attendee', ...stay, session: String(this.#session), guid }
    this.all.push(told)
    return told
  }

  /** The host on two devices, the panelists all the time. */
  staff({ host, panelists }: ToldWebinar, { from, to }: Bare): void {
    const producer = { name: 'Maya Rosen', email: host.email, user: host.id, role: 'host' as const }
    this.add({ ...producer, from: from + 2 * SECOND, to })
    this.add({ ...producer, name: 'Maya’s iPad', from: from + 5 * MINUTE, to: to - MINUTE })
    for (const { email, name } of panelists)
      this.add({ name, email, role: 'panelist', from: from + 3 * MINUTE, to: to - 20 * SECOND })
  }

  person(registrant: ToldRegistrant, i: number, { startsAt, minutes }: ToldWebinar, { to: end }: Bare): void {
    const { id, firstName, lastName, email } = registrant
    const name = i % 4 === 1 ? ` ${firstName} ${lastName} ` : `${firstName} ${lastName}`
    // Whoever joins signed in with another Zoom account shows that account's address.
    const shown = i % 14 === 6 ? `private${i}@mailbox.example` : plainAddress(email)
    const who = {
      name,
      registrant: id,
      email: shown,
      ...(i % 14 === 6 && { user: this.#chance.word() }),
      ...(i % 20 === 9 && { keyless: true as const }),
    }
    const join = startsAt - 4 * MINUTE + (i % 37) * 13 * SECOND + this.#chance.below(10) * SECOND
    const stayed = Math.floor((minutes * MINUTE * (0.15 + 0.95 * this.#chance.next())) / SECOND) * SECOND
    const leave = Math.min(end, Math.max(join + 30 * SECOND, startsAt + stayed))
    const first = this.add({ ...who, from: join, to: leave })
    if (i % 6 === 2)
      this.add({ ...who, from: leave + 40 * SECOND, to: Math.max(leave + 41 * SECOND, end - 2 * MINUTE) })
    // The crash was noticed only after the rejoin.
    if (i % 17 === 3) this.add({ ...who, from: Math.max(join + SECOND, leave - 90 * SECOND), to: end - MINUTE })
    if (i % 12 === 5) this.add({ ...who, name: 'iPhone', from: join + 5 * MINUTE, to: leave + 3 * SECOND })
    if (i === 1) this.#promote(first, end)
  }

  /** Promotion shows as a leave and a rejoin seconds later. */
  #promote(first: ToldStay, end: number): void {
    first.to = Math.max(first.from + MINUTE, first.to - 10 * MINUTE)
    first.promotedAt = first.to
    const { session: _, guid: __, promotedAt: ___, ...who } = first
    this.add({ ...who, from: first.to + 4 * SECOND, to: end - 30 * SECOND })
  }

  /** A phone that belongs to a computer, a phone of nobody, a guest without anything, and somebody who was never let in. */
  strangers({ startsAt }: ToldWebinar, { to }: Bare): void {
    const computer = this.all.find(({ registrant }) => registrant)
    const nobody = { email: '', from: startsAt + 2 * MINUTE, to: Math.min(to, startsAt + 40 * MINUTE) }
    if (computer) this.add({ ...nobody, name: '972501234567', phone: '972501234567', boundTo: computer.session })
    this.add({ ...nobody, name: '12125550100', phone: '12125550100' })
    this.add({ ...nobody, name: 'iPhone', to: startsAt + 26 * MINUTE })
    this.add({ ...nobody, name: 'Waiting', from: startsAt - MINUTE, to: startsAt, waiting: true })
  }
}
