import { businessDayAfter, type Calendar, localDay } from './calendar.ts'
import { compareCodePoints } from './ranking.ts'
import type { Stage } from './stage.ts'

/** Whom sales call: accepted and ripe leads. Who is further on has been, who is beside the funnel is not to be. */
export const CALLED: readonly Stage[] = ['mql', 'sql']

/** By what a ranking ranks. */
interface Amounts {
  readonly webinarPoints: number
  readonly score: number
}

/** What the order of calls looks at. `lastActivityAt`: ISO in UTC, in the webinar. */
export interface Callable extends Amounts {
  readonly velocity: number
  readonly lastActivityAt: string | null
  readonly person: { readonly id: string; readonly email: string | null }
}

const AMOUNTS = ['webinarPoints', 'score'] as const
/** What decides among those who stand equal: more of it first, later first, then by the alphabet. */
const BREAKERS = ['velocity', 'lastActivityAt', 'email', 'id'] as const

export type TieBreaker = (typeof BREAKERS)[number]

/** People of one webinar for so many calls on each business day. Days are YYYY-MM-DD. */
export interface Calls<Person> {
  /** The first day on which calls are made: the local date of the moment, or the first business day behind it. */
  readonly day: string
  readonly today: Person[]
  /** What the last of them has. */
  readonly cut: Amounts | null
  readonly queue: { day: string; people: Person[] }[]
  /** Those on both sides of the cut who have as many points and the same score; null where the cut is clean. */
  readonly ties: { readonly count: number; readonly called: number; readonly decidedBy: TieBreaker } | null
}

/** The order in which people of a webinar are called; the ranking's own, finer where that stands equal. */
export function compareCalls(a: Callable, b: Callable): number {
  for (const criterion of [...AMOUNTS, ...BREAKERS]) {
    const difference = differences[criterion](a, b)
    if (difference !== 0) return difference
  }
  return 0
}

/** Cuts people, who come in the order of calls, into days. */
export function callsOf<Person extends Callable>(
  people: readonly Person[],
  { perDay, calendar, asOf }: { perDay: number; calendar: Calendar; asOf: number },
): Calls<Person> {
  const today = people.slice(0, perDay)
  let day = businessDayAfter(calendar, localDay(calendar, asOf) - 1, 1)
  const queue: { day: string; people: Person[] }[] = []
  const first = day
  for (let from = perDay; from < people.length; from += perDay) {
    day = businessDayAfter(calendar, day, 1)
    queue.push({ day: dateOf(day), people: people.slice(from, from + perDay) })
  }
  const last = today.at(-1)
  const cut = last ? { webinarPoints: last.webinarPoints, score: last.score } : null
  return { day: dateOf(first), today, cut, queue, ties: tiesAt(people, perDay) }
}

/** A local date as YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

function tiesAt(people: readonly Callable[], perDay: number): Calls<Callable>['ties'] {
  const [last, next] = [people[perDay - 1], people[perDay]]
  if (!last || !next || !isTied(last, next)) return null
  const tied = people.flatMap((each, index) => (isTied(each, last) ? [index] : []))
  const called = tied.filter((index) => index < perDay).length
  const decidedBy = BREAKERS.find((breaker) => differences[breaker](last, next) !== 0)!
  return { count: tied.length, called, decidedBy }
}

/** Whether two people have as many points in the webinar and the same score. */
export function isTied(a: Amounts, b: Amounts): boolean {
  return a.webinarPoints === b.webinarPoints && a.score === b.score
}

const differences: Record<keyof Amounts | TieBreaker, (a: Callable, b: Callable) => number> = {
  webinarPoints: (a, b) => b.webinarPoints - a.webinarPoints,
  score: (a, b) => b.score - a.score,
  velocity: (a, b) => b.velocity - a.velocity,
  lastActivityAt: (a, b) => compareCodePoints(b.lastActivityAt ?? '', a.lastActivityAt ?? ''),
  email: (a, b) => compareCodePoints(a.person.email ?? '', b.person.email ?? ''),
  id: (a, b) => compareCodePoints(a.person.id, b.person.id),
}
