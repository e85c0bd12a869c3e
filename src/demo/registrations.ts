import { type Calendar, localDay, startOfLocalDay } from '../domain/calendar.ts'
import { DAY, HOUR, MINUTE } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Person } from './people.ts'
import { comments } from './story/words.ts'
import type { Planned } from './webinars.ts'

export interface Registration {
  person: Person
  /** Zoom's id, new for every webinar. */
  id: string
  at: number
  comment: string
  /** What the producer did with it, if it was not let in by itself; or the person took it back. */
  turns: { verb: 'approved' | 'denied' | 'cancelled'; at: number }[]
  pending: boolean
}

/** How many of those who sign up have been seen before. */
const familiar = { educational: 0.17, customer_story: 0.2, demo: 0.28 }

/** Decides for each webinar in turn who signs up and when: people of earlier ones, the keen rather, and new ones. */
export function signUp(
  chance: Chance,
  calendar: Calendar,
  webinars: readonly Planned[],
  newcomer: () => Person,
): Map<Planned, Registration[]> {
  const known: Person[] = []
  const registrations = new Map<Planned, Registration[]>()
  for (const webinar of webinars) {
    const own = chance.of(webinar.key)
    const back = drawKeen(own.of('back'), known, Math.round(webinar.registrants * familiar[webinar.kind]))
    const fresh = Array.from({ length: webinar.registrants - back.length }, newcomer)
    // Whoever is new to a demo came because of the product.
    if (webinar.kind === 'demo') for (const person of fresh) person.keenness = Math.sqrt(person.keenness)
    known.push(...fresh)
    const people = [...back, ...fresh]
    registrations.set(
      webinar,
      people.map((person) => register(own.of(person.number), calendar, webinar, person)),
    )
  }
  return registrations
}

/** Different people, each with a chance that grows with how keen they are. */
function drawKeen(chance: Chance, people: readonly Person[], count: number): Person[] {
  const lots = people.map((person) => ({ person, lot: chance.next() ** (1 / (0.1 + 0.5 * person.keenness)) }))
  return lots
    .sort((a, b) => b.lot - a.lot)
    .slice(0, count)
    .map(({ person }) => person)
}

function register(chance: Chance, calendar: Calendar, webinar: Planned, person: Person): Registration {
  const at = registeredAt(chance, calendar, webinar)
  const turns: Registration['turns'] = []
  const pending = chance.happens(0.025)
  const until = webinar.opensAt - at
  if (pending && until > DAY)
    turns.push({
      verb: chance.happens(0.8) ? 'approved' : 'denied',
      at: at + chance.between(0.1, 0.6) * Math.min(until, 2 * DAY),
    })
  else if (chance.happens(0.035) && until > 2 * HOUR)
    turns.push({ verb: 'cancelled', at: at + chance.between(0.5, 0.98) * until })
  return {
    person,
    id: chance.word(22),
    at,
    comment: chance.happens(0.015 + 0.06 * person.keenness) ? chance.pick(comments[person.language]) : '',
    turns: turns.map(({ verb, at }) => ({ verb, at: Math.floor(at) })),
    pending: pending && until > DAY,
  }
}

/** Most sign up in the last week, many on the last two days, a few when it has already begun. */
function registeredAt(chance: Chance, calendar: Calendar, { startsAt, endsAt, ago }: Planned): number {
  if (chance.happens(ago === 'now' ? 0.36 : 0.03))
    return Math.floor(
      chance.between(startsAt - 4 * MINUTE, startsAt + (endsAt - startsAt) * (ago === 'now' ? 0.8 : 0.3)),
    )
  const days = chance.weighted([
    [chance.between(0, 2), 34],
    [chance.between(2, 9), 42],
    [chance.between(9, 21), 24],
  ])
  const day = startOfLocalDay(calendar, localDay(calendar, startsAt - days * DAY))
  const at = day + chance.between(8, 21.5) * HOUR
  return Math.floor(at < startsAt - HOUR ? at : startsAt - chance.between(0.3, 3) * HOUR)
}
