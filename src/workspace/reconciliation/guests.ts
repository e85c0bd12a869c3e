import { cut, intersect, lengthOf, union } from '../../domain/interval.ts'
import type { Because, Candidate } from '../../domain/reconciliation/candidates.ts'
import { distinct, isTwin, matchedOf, type Told } from '../../domain/reconciliation/connections.ts'
import { type Connection, guestsOf } from '../../domain/reconciliation/guests.ts'
import { allStaysOf, type Stay } from '../../domain/stay.ts'
import { type NumberedPersonFacts, peopleFacts } from '../person-facts.ts'
import { sortedInSteps } from '../sorted-in-steps.ts'
import type { Workspace } from '../workspace.ts'
import type { PeoplePass } from './people-pass.ts'

/**
 * Somebody who may be behind a connection. `same_stay`: another source names somebody of that name for the very stay;
 * `there_too`: somebody of that name was in the room as well.
 */
export interface Suggestion {
  readonly person: number
  readonly because: Because | 'same_stay' | 'there_too'
}

/** Unidentified connections that are likely one human's. */
export interface Guest {
  readonly connections: readonly Connection[]
  readonly name: string | null
  readonly seconds: number
  readonly suggestions: readonly Suggestion[]
  readonly lost: number
  readonly missing: number
  /** So many of the connections are likely the very stays of somebody who is known. */
  readonly known: number
}

const mostSuggestions = 5
const order = ['same_stay', 'same_name', 'phone', 'alike', 'address', 'there_too'] as const

/** Who the unidentified may be, those with something to suggest first, then the longest there; in steps. */
export function* guestsFrom(
  ws: Workspace,
  connections: readonly Connection[],
  pass: PeoplePass,
): Generator<void, Guest[]> {
  const guests: Guest[] = []
  for (const group of yield* guestsOf(connections)) {
    guests.push(guestFrom(ws, group, pass))
    yield
  }
  return yield* sortedInSteps(guests, byHint)
}

/** What there is to suggest first, then the longest there. */
function byHint(a: Guest, b: Guest): number {
  const rank = ({ suggestions: [first] }: Guest) => (first ? order.indexOf(first.because) : order.length)
  const [one, other] = [a.connections[0]!.id, b.connections[0]!.id]
  return rank(a) - rank(b) || b.seconds - a.seconds || (one < other ? -1 : 1)
}

function guestFrom(ws: Workspace, connections: readonly Connection[], pass: PeoplePass): Guest {
  const live = cut(pass.webinar.live, pass.asOf)
  const stays = connections.flatMap(({ stays }) => stays)
  const [told, rows] = [toldFrom(connections, 'webhook'), distinct(toldFrom(connections, 'report'))]
  const matched = matchedOf(rows, told)
  const { suggestions, known } = suggestionsFor(ws, connections, pass)
  return {
    connections,
    name: connections.find(({ name, isPhone }) => name !== null && !isPhone)?.name ?? connections[0]!.name,
    seconds: lengthOf(intersect(union(stays), live)) / 1000,
    suggestions,
    lost: rows.length - matched,
    missing: told.length - matched,
    known,
  }
}

/** Only a connection of the platform has the name that its webhooks and its report share. */
function toldFrom(connections: readonly Connection[], evidence: Stay['evidence']): Told[] {
  return connections.flatMap(({ id, stays }) =>
    stays
      .filter((stay) => stay.evidence === evidence)
      .map(({ from, to }) => ({ from, to, connection: id.length === 20 ? id : undefined })),
  )
}

function suggestionsFor(ws: Workspace, connections: readonly Connection[], pass: PeoplePass) {
  const candidates = new Map<number, Candidate>()
  const names = new Set(connections.flatMap(({ name }) => name ?? []))
  for (const candidate of [...names].flatMap((name) => pass.candidates.of(name)))
    if (!candidates.has(candidate.person)) candidates.set(candidate.person, candidate)
  const suggestions: Suggestion[] = []
  let known = 0
  for (const { person, because, isThere } of [...candidates.values()].slice(0, 4 * mostSuggestions)) {
    if (!isThere) suggestions.push({ person, because })
    else if (because !== 'address') {
      const same = sameStays(ws, person, connections, pass)
      if (same > 0) suggestions.push({ person, because: 'same_stay' })
      else if (because !== 'alike') suggestions.push({ person, because: 'there_too' })
      known = Math.max(known, same)
    }
  }
  suggestions.sort((a, b) => order.indexOf(a.because) - order.indexOf(b.because))
  return { suggestions: suggestions.slice(0, mostSuggestions), known }
}

/** How many of some connections another source says to be a person's. */
function sameStays(ws: Workspace, person: number, connections: readonly Connection[], pass: PeoplePass): number {
  const [{ facts }] = peopleFacts(ws, [person]) as [NumberedPersonFacts]
  const own = allStaysOf(facts.filter(({ webinar }) => webinar === pass.webinar.id))
  return connections.filter(({ stays }) =>
    stays.some((stay) => own.some((other) => other.evidence !== stay.evidence && isTwin(stay, other))),
  ).length
}
