import { cut, lengthOf, union } from '../domain/interval.ts'
import { DAY, MINUTE, SECOND } from './calendar.ts'
import type { Chance } from './chance.ts'
import { connectionsOf, type Stay, strangers } from './connections.ts'
import type { Registration } from './registrations.ts'
import type { Planned } from './webinars.ts'

/** Who of the registered comes, from when to when, with all that happens to connections; in the order of joining. */
export function attend(chance: Chance, webinar: Planned, registrations: readonly Registration[]): Stay[] {
  const coming = comers(chance, webinar, registrations)
  const stays = coming.flatMap((registration) => {
    const own = chance.of(registration.id)
    const from = joinedAt(own, webinar, registration)
    const to = leftAt(own, webinar, from, registration.person.keenness)
    return connectionsOf(own.of('connections'), webinar, registration, { from, to })
  })
  const away = registrations.filter((registration) => isLetIn(registration) && !coming.includes(registration))
  return [...stays, ...strangers(chance.of('strangers'), webinar, away)]
    .sort((a, b) => a.from - b.from)
    .map((stay, index) => ({ ...stay, session: String(16_778_240 + index * 1024) }))
}

/** How long somebody was in the room in the live time, in seconds, and as a share of it. */
export function presenceOf(webinar: Planned, stays: readonly Stay[]): { seconds: number; share: number } {
  const end = Math.min(webinar.endsAt, webinar.closesAt)
  const live = stays.map(({ from, to }) => ({ from: Math.max(from, webinar.startsAt), to }))
  const length = lengthOf(cut(union(live), end))
  return { seconds: length / SECOND, share: length / (end - webinar.startsAt) }
}

/** The share of the registrants that the story wants, the keen and the late rather than the others. */
function comers(chance: Chance, webinar: Planned, registrations: readonly Registration[]): Registration[] {
  const lots = registrations.filter(isLetIn).map((registration) => {
    const soon = webinar.startsAt - registration.at
    const wish = 0.12 + 0.6 * registration.person.keenness + (soon < 2 * DAY ? 0.08 : 0)
    // Whoever signs up when it is about to begin means to come.
    return { registration, lot: chance.of('lot', registration.id).next() ** (soon < 5 * MINUTE ? 0.05 : 1 / wish) }
  })
  const count = Math.round(registrations.length * webinar.attendance)
  const drawn = lots.sort((a, b) => b.lot - a.lot).slice(0, count)
  return drawn.map(({ registration }) => registration)
}

function isLetIn({ turns, pending }: Registration): boolean {
  return turns.every(({ verb }) => verb === 'approved') && !(pending && turns.length === 0)
}

/** Some wait at the door, most come in the first minutes, a few when half of it is over. */
function joinedAt(chance: Chance, { opensAt, startsAt, endsAt }: Planned, { at }: Registration): number {
  if (at > startsAt - 5 * MINUTE) return Math.max(at, opensAt) + chance.between(25, 110) * SECOND
  const when = chance.next()
  if (when < 0.3) return chance.between(Math.max(opensAt + MINUTE, startsAt - 6 * MINUTE), startsAt)
  if (when < 0.76) return startsAt + Math.min(chance.wait(1.4), 5) * MINUTE
  if (when < 0.91) return startsAt + chance.between(3, 10) * MINUTE
  return startsAt + chance.between(0.2, 0.7) * (endsAt - startsAt)
}

/** The keen stay to the end, others go, towards the end rather than at once. */
function leftAt(chance: Chance, { startsAt, closesAt }: Planned, from: number, keenness: number): number {
  if (chance.happens(0.46 + 0.4 * keenness)) return closesAt - chance.wait(0.35) * MINUTE
  if (chance.happens(0.24)) return Math.min(Math.max(from, startsAt) + chance.between(1, 9) * MINUTE, closesAt)
  const share = 1 - 0.8 * chance.next() ** 1.9
  return Math.max(from, startsAt) + share * (closesAt - Math.max(from, startsAt))
}
