import type { PersonName, Statement } from '../../src/domain/statement.ts'

const minute = 60_000
const hour = 60 * minute
const platform = 'zoom'
const [bigWebinar, bigRoom] = ['87123456789', 'YmlnL3dlYmluYXI9PQ==']
const others = 10

/**
 * The company of the bench: everybody was in one great webinar yesterday, and at one of ten others in the half year
 * before. `people`: how many; `start`: when the great webinar began.
 */
export interface Company {
  people: number
  start: number
}

/** So that nothing of it changes by the clock while the bench runs. */
export function companyOf(people: number): Company {
  return { people, start: Math.floor(Date.now() / hour) * hour - 30 * hour }
}

export function emailOf(person: number): string {
  return `dana.levi${person}@kiwi${person % 997}.example`
}

/** What is said of the webinars themselves. */
export function webinars({ start }: Company): Statement[] {
  return [
    ...webinar(bigWebinar, bigRoom, start, 'Ripe fruit: how to know'),
    ...Array.from({ length: others }, (_, at) => {
      const [id, room] = otherWebinar(at)
      return webinar(id, room, otherStart(start, at), `Fruit of the month ${at}`)
    }).flat(),
  ]
}

/** Six facts of a person around the great webinar: registered, joined, left, answered a poll, site visit, mail opened. */
export function history({ people, start }: Company, person: number): Statement[] {
  const email = emailOf((person * 7919) % people)
  const registrantId = `IFRvWXp7TYKV_${person}`
  const registrant = { platform, registrantId }
  const [from, to] = [(person * 31) % 50, 50 + ((person * 17) % 20)]
  const inRoom = { platform, platformId: bigWebinar, instance: bigRoom }
  return [
    registered(bigWebinar, registrantId, email, start - 24 * hour, person),
    ...stay(bigWebinar, bigRoom, person, registrant, start + from * minute, start + to * minute),
    {
      id: `poll/${person}`,
      type: 'poll.answered',
      time: start + 30 * minute,
      webinar: inRoom,
      person: registrant,
      data: { poll: 'Ripe?', answer: person % 3 ? 'Yes' : 'No' },
    },
    visited(`v${person}`, { email }, start + 90 * minute, person % 300),
    {
      id: `mail/${person}`,
      type: 'email.opened',
      time: start + 100 * minute,
      person: { email },
      data: { messageId: `m${person}` },
    },
  ]
}

/** Four more facts of the same person: registered for one of the other webinars, joined, left, site visit. */
export function more({ people, start }: Company, person: number): Statement[] {
  const email = emailOf((person * 7919) % people)
  const which = person % others
  const [id, room] = otherWebinar(which)
  const begin = otherStart(start, which)
  const registrantId = `JGSwXYq8UZLW_${person}`
  return [
    registered(id, registrantId, email, begin - 48 * hour, person),
    ...stay(id, room, person, { platform, registrantId }, begin + (person % 40) * minute, begin + 55 * minute),
    visited(`w${person}`, { email }, begin + 3 * hour, 20 + (person % 200)),
  ]
}

function webinar(platformId: string, room: string, startsAt: number, topic: string): Statement[] {
  const inRoom = { platform, platformId, instance: room }
  const single = { platform, platformId, slot: '' }
  const data = { startsAt, durationMinutes: 60, topic, kind: 'demo' }
  return [
    { id: `scheduled/${platformId}`, type: 'webinar.scheduled', time: startsAt - 216 * hour, webinar: single, data },
    { id: `started/${platformId}`, type: 'webinar.started', time: startsAt, webinar: inRoom, data: {} },
    { id: `ended/${platformId}`, type: 'webinar.ended', time: startsAt + hour, webinar: inRoom, data: {} },
  ]
}

function registered(platformId: string, registrantId: string, email: string, time: number, person: number): Statement {
  const company = `Kiwi ${person % 997}`
  return {
    id: `zoom/registration_created/${platformId}/${registrantId}/${time}`,
    type: 'person.registered',
    time,
    webinar: { platform, platformId, slot: '' },
    person: { platform, registrantId, email },
    profile: { email, firstName: 'Dana', lastName: `Levi ${person}`, company, jobTitle: 'CTO' },
    data: { status: 'approved' },
  }
}

function stay(
  platformId: string,
  room: string,
  person: number,
  who: PersonName,
  joinedAt: number,
  leftAt: number,
): Statement[] {
  const connection = `${room}/${16_778_240 + person * 1024}`
  const common = { webinar: { platform, platformId, instance: room }, person: who, connection }
  const data = { name: `Dana Levi ${person}` }
  return [
    { ...common, id: `zoom/joined/${connection}/${joinedAt}`, type: 'webinar.joined', time: joinedAt, data },
    { ...common, id: `zoom/left/${connection}/${leftAt}`, type: 'webinar.left', time: leftAt, data },
  ]
}

function visited(visitId: string, person: PersonName, time: number, seconds: number): Statement {
  return { id: `visit/${visitId}`, type: 'visit.ended', time, person, data: { visitId, seconds, pages: ['/'] } }
}

function otherWebinar(which: number): [string, string] {
  return [`8600000000${which}`, `b3RoZXIvd2ViaW5hcn${which}==`]
}

function otherStart(start: number, which: number): number {
  return start - (30 + which * 15) * 24 * hour
}
