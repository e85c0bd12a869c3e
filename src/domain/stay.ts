import type { Fact, FactOf } from './fact.ts'

/** One stay of a person in a room, ms UTC. `to` is Infinity while no leave is known: the stay is provisional. */
export interface Stay {
  readonly from: number
  readonly to: number
  readonly evidence: 'webhook' | 'report' | 'activity'
  readonly facts: readonly string[]
}

/** Two sources mean one join where they place it so near. */
export const SAME_JOIN_MS = 60_000

/**
 * Stays of one person in one webinar from joins, leaves and whole intervals, in canonical order of facts (law 6).
 * A leave closes the last join of its own connection before it; a stay without a leave gives way to a closed one of
 * any source that starts within 60 s of its join.
 */
export function staysOf(facts: readonly Fact[]): Stay[] {
  const stays = allStaysOf(facts)
  if (stays.length < 2) return stays
  const closed = stays.filter(({ to }) => to !== Infinity)
  const standing = stays.filter(
    (stay) => stay.to !== Infinity || !closed.some(({ from }) => Math.abs(from - stay.from) <= SAME_JOIN_MS),
  )
  return standing.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** The same, and those without a leave that give way to another: one for each join and each whole interval. */
export function allStaysOf(facts: readonly Fact[]): Stay[] {
  const joins: FactOf<'webinar.joined'>[] = []
  const leaves: FactOf<'webinar.left'>[] = []
  const stays: Stay[] = []
  for (const fact of facts) {
    if (fact.type === 'webinar.joined') joins.push(fact)
    else if (fact.type === 'webinar.left') leaves.push(fact)
    else if (fact.type === 'webinar.attended') stays.push(wholeStay(fact))
  }
  for (const join of joins) stays.push(pairedStay(join, joins, leaves))
  return stays
}

function wholeStay({ id, data }: FactOf<'webinar.attended'>): Stay {
  return { from: data.joinedAt, to: data.leftAt, evidence: data.evidence ?? 'activity', facts: [id] }
}

function pairedStay(
  join: FactOf<'webinar.joined'>,
  joins: readonly FactOf<'webinar.joined'>[],
  leaves: readonly FactOf<'webinar.left'>[],
): Stay {
  const next = joins.length === 1 ? null : joins.find((other) => other.time > join.time && sameConnection(join, other))
  const until = next?.time ?? Infinity
  let leave: FactOf<'webinar.left'> | null = null
  for (const left of leaves) {
    if (left.time < join.time || left.time >= until || !sameConnection(join, left)) continue
    leave = left
    break
  }
  return leave
    ? { from: join.time, to: leave.time, evidence: 'webhook', facts: [join.id, leave.id] }
    : { from: join.time, to: Infinity, evidence: 'webhook', facts: [join.id] }
}

type RoomFact = FactOf<'webinar.joined'> | FactOf<'webinar.left'>

function sameConnection(a: RoomFact, b: RoomFact): boolean {
  return a.connection === b.connection && (!a.data.uuid || !b.data.uuid || a.data.uuid === b.data.uuid)
}
