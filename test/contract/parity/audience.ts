import type { Fact } from '../../../src/domain/fact.ts'
import type { Webinar } from '../../../src/domain/webinar.ts'
import { DAY, MINUTE, type RandomAudience } from '../../laws/histories.ts'
import { type Told, together } from './told.ts'
import { comesOrGoes, created, hook, inRoom, registration, type ZoomWebinar } from './zoom.ts'

const iso = (time: number) => new Date(time).toISOString()
const source = 'https://parity.example'
const onlyZoom = /^person\.registration_(approved|denied)$|^replay\.registered$|^webinar\.(joined|left)$/

/** Who and what a random audience is called: its own names, so that many live in one workspace. */
interface Names {
  platform: 'zoom' | 'generic'
  platformId: (webinar: string) => string
  /** Address of somebody, under the domain that the history names. */
  email: (person: number, history: string | undefined) => string
  registrant: (person: number) => string
}

/** Every other audience comes by webhooks of Zoom, the rest of them by activities only. */
export function audienceTold({ webinars, people }: RandomAudience, number: number): Told {
  const names: Names = {
    platform: number % 2 ? 'zoom' : 'generic',
    platformId: (webinar) => `${80_000_000 + number}${webinar.slice(1)}`,
    email: (person, history) => `p${person}.${number}@${history?.split('@')[1] ?? `firm${number % 9}.example`}`,
    registrant: (person) => `r${person}.${number}`,
  }
  const known = new Map(webinars.map((webinar) => [webinar.id, webinar]))
  return together(
    ...webinars.map((webinar) => webinarTold(webinar, names)),
    ...people.flatMap((facts, person) => facts.map((fact) => factTold(fact, person, known, names))),
  )
}

function zoomOf({ id, topic, scheduled, startsAt }: Webinar, { platformId }: Names): ZoomWebinar {
  const from = scheduled?.from ?? startsAt!
  const minutes = scheduled?.to ? (scheduled.to - from) / MINUTE : null
  return { id: platformId(id), topic: topic!, startsAt: from, minutes }
}

function webinarTold(webinar: Webinar, names: Names): Told {
  const { kind, partner, running, startsAt } = webinar
  const zoom = zoomOf(webinar, names)
  const planned = { ...nameOf(webinar, names), kind, ...(partner && { partner }), durationMinutes: zoom.minutes }
  const told = [event(`planned/${zoom.id}`, 'webinar.scheduled', startsAt! - 3 * DAY, { webinar: planned })]
  const [room] = running
  if (names.platform === 'zoom') {
    told.push(created(zoom, startsAt! - 9 * DAY), inRoom('webinar.started', room!.from, zoom, roomOf(zoom)))
    if (room!.to !== Infinity)
      told.push(inRoom('webinar.ended', room!.to, zoom, roomOf(zoom), { end_time: iso(room!.to) }))
  } else {
    told.push(event(`started/${zoom.id}`, 'webinar.started', room!.from, { webinar: nameOf(webinar, names) }))
    if (room!.to !== Infinity)
      told.push(event(`ended/${zoom.id}`, 'webinar.ended', room!.to, { webinar: nameOf(webinar, names) }))
  }
  return together(...told)
}

function factTold(fact: Fact, person: number, webinars: ReadonlyMap<string, Webinar>, names: Names): Told {
  const webinar = fact.webinar === undefined ? undefined : webinars.get(fact.webinar)
  if (names.platform === 'zoom' && webinar) {
    const told = zoomTold(fact, person, webinar, names)
    if (told) return told
  } else if (onlyZoom.test(fact.type) && !fact.connection) return together()
  const email = names.email(person, fact.email)
  const byRegistrant = fact.time % 3 === 0 &&
    webinar && { platform: names.platform, registrantId: names.registrant(person) }
  const who = byRegistrant ? { ...byRegistrant, ...(fact.time % 2 ? { email } : {}) } : { email }
  const data = { person: who, ...(webinar && { webinar: nameOf(webinar, names) }), ...dataOf(fact) }
  const type = fact.connection ? 'webinar.attended' : fact.type
  return event(`${person}/${names.platformId('w0')}/${fact.id}`, type, fact.time, data)
}

/** What Zoom itself says of it; null where another system does. */
function zoomTold(fact: Fact, person: number, webinar: Webinar, names: Names): Told | null {
  const zoom = zoomOf(webinar, names)
  const [id, email] = [names.registrant(person), names.email(person, fact.email)]
  const form = { id, email, first_name: `Person ${person}`, last_name: 'Levi', org: `Firm ${person}` }
  switch (fact.type) {
    case 'person.registered': {
      const { status, question = '' } = fact.data
      return registration('webinar.registration_created', fact.time, zoom, { ...form, status, comments: question })
    }
    case 'person.registration_approved':
    case 'person.registration_denied':
    case 'person.registration_cancelled':
      return registration(fact.type.replace('person', 'webinar'), fact.time, zoom, form)
    case 'replay.registered':
      return hook('recording.registration_created', fact.time, {
        ...{ id: zoom.id, uuid: roomOf(zoom), type: 5, topic: zoom.topic, registrant: form },
      })
    case 'webinar.joined':
    case 'webinar.left': {
      const session = `${person}-${fact.connection!.split('/')[1]}`
      const who = fact.time % 2 ? { registrantId: id } : { registrantId: id, email }
      const verb = fact.type === 'webinar.joined' ? 'webinar.participant_joined' : 'webinar.participant_left'
      return comesOrGoes(verb, fact.time, zoom, roomOf(zoom), session, who)
    }
    default:
      return null
  }
}

/** The members of `data` as an activity has them. */
function dataOf(fact: Fact): object {
  if (fact.type === 'question.asked') return { question: { text: fact.data.text } }
  if (fact.connection) return { joinedAt: iso(fact.time), leftAt: iso(fact.time + 10 * MINUTE) }
  if (fact.type === 'webinar.attended') return { joinedAt: iso(fact.data.joinedAt), leftAt: iso(fact.data.leftAt) }
  return fact.data
}

function nameOf(webinar: Webinar, names: Names) {
  const { id, startsAt } = zoomOf(webinar, names)
  return { platform: names.platform, platformId: id, startsAt: iso(startsAt) }
}

function roomOf({ id }: ZoomWebinar): string {
  return `room-${id}`
}

function event(id: string, type: string, time: number, data: object): Told {
  return { hooks: [], activities: [{ specversion: '1.0', id, source, type, time: iso(time), data }] }
}
