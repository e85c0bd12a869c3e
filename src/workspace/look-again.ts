import { beginOf } from '../domain/fact.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'
import type { PersonFacts } from './person-facts.ts'

/**
 * When a stored card and its standings must be made anew if nothing happens: when the card changes, and at every
 * moment to come at which a fact begins to count or a webinar starts or ends, since that changes standings alone
 * (a no-show earns nothing). Null: never.
 */
export function looksAgainAt({ changesAt }: Scorecard, { facts, webinars }: PersonFacts, now: number): number | null {
  let next = changesAt === null ? Infinity : Math.ceil(changesAt)
  const consider = (moment: number) => {
    for (const at of [moment, moment + 1]) if (at > now && at < next) next = at
  }
  for (const fact of facts) {
    consider(fact.time)
    consider(beginOf(fact))
  }
  for (const webinar of webinars.values()) for (const moment of turnsOf(webinar)) consider(moment)
  return next === Infinity ? null : next
}

/** Whether nothing about a webinar depends on the clock any more. */
export function isOver(webinar: Webinar, now: number): boolean {
  return webinar.endsAt !== null && turnsOf(webinar).every((moment) => moment < now)
}

function turnsOf({ running, live, endsAt }: Webinar): number[] {
  const turns = [...running, ...live].flatMap(({ from, to }) => [from, to])
  return endsAt === null ? turns : [...turns, endsAt]
}
