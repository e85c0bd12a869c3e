import { beginOf, type Fact } from '../domain/fact.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'

/** What the clock still does to a webinar after a moment. Infinity: nothing. */
export interface Turns {
  /** The next moment that its end brings about. */
  endAt: number
  /** The same of all bounds of its running and live time, which matter to whoever was in the room. */
  roomAt: number
  /** Nothing about it depends on the clock any more. */
  over: boolean
}

/** Both a moment and the one after it may change something: at a webinar's end it has not ended yet. */
function nextAfter(moment: number, now: number): number {
  if (moment > now) return moment
  return moment + 1 > now ? moment + 1 : Infinity
}

export function turnsAfter({ endsAt, running, live }: Webinar, now: number): Turns {
  let [roomAt, last] = [Infinity, -Infinity]
  for (const { from, to } of [...running, ...live]) {
    roomAt = Math.min(roomAt, nextAfter(from, now), nextAfter(to, now))
    last = Math.max(last, from, to)
  }
  const over = endsAt !== null && endsAt < now && last < now
  return { endAt: endsAt === null ? Infinity : nextAfter(endsAt, now), roomAt, over }
}

/**
 * When a stored card and its standings must be made anew if nothing happens: when the card changes, and at moments to
 * come that change standings alone: a fact begins to count, a webinar ends (who did not come is a no-show, which earns
 * nothing), the live time of a room begins in which the person has been. Null: never.
 */
export function looksAgainAt(
  { changesAt }: Pick<Scorecard, 'changesAt'>,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  turnsOf: (webinar: Webinar) => Turns,
  now: number,
): number | null {
  let next = changesAt === null ? Infinity : Math.ceil(changesAt)
  for (const fact of facts) {
    if (fact.time + 1 > now) next = Math.min(next, nextAfter(fact.time, now))
    if (fact.type === 'webinar.attended') next = Math.min(next, nextAfter(beginOf(fact), now))
    const webinar = fact.webinar ? webinars.get(fact.webinar) : undefined
    if (!webinar) continue
    const { endAt, roomAt } = turnsOf(webinar)
    next = Math.min(next, endAt, isPresence(fact) ? roomAt : Infinity)
  }
  return next === Infinity ? null : next
}

function isPresence({ type }: Fact): boolean {
  return type === 'webinar.joined' || type === 'webinar.left' || type === 'webinar.attended'
}
