import { beginOf } from '../domain/fact.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'
import type { PersonFacts } from './person-facts.ts'

/**
 * When a stored card and its standings must be made anew if nothing happens: when the card changes, and at moments to
 * come that change standings alone: a fact begins to count, a webinar ends (who did not come is a no-show, which earns
 * nothing), the live time of a room begins in which the person has been. Null: never.
 */
export function looksAgainAt({ changesAt }: Scorecard, { facts, webinars }: PersonFacts, now: number): number | null {
  let next = changesAt === null ? Infinity : Math.ceil(changesAt)
  const consider = (moment: number) => {
    for (const at of [moment, moment + 1]) if (at > now && at < next) next = at
  }
  const rooms = new Set<string | undefined>()
  for (const fact of facts) {
    consider(fact.time)
    consider(beginOf(fact))
    if (presence.has(fact.type)) rooms.add(fact.webinar)
  }
  for (const webinar of webinars.values()) {
    if (webinar.endsAt !== null) consider(webinar.endsAt)
    if (rooms.has(webinar.id)) turnsOf(webinar).forEach(consider)
  }
  return next === Infinity ? null : next
}

const presence = new Set<string>(['webinar.joined', 'webinar.left', 'webinar.attended'])

/** Whether nothing about a webinar depends on the clock any more. */
export function isOver(webinar: Webinar, now: number): boolean {
  return webinar.endsAt !== null && webinar.endsAt < now && turnsOf(webinar).every((moment) => moment < now)
}

function turnsOf({ running, live }: Webinar): number[] {
  return [...running, ...live].flatMap(({ from, to }) => [from, to])
}
