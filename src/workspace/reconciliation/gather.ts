import { hexOf } from '../../store/hex.ts'
import { mergesInForce } from '../../store/merges.ts'
import { personOfKey } from '../../store/person-keys.ts'
import { factsOfTied, tiesInForce } from '../../store/stay-ties.ts'
import { countMentions } from '../../store/webinar-names.ts'
import { bareFactOf } from '../fact-of-row.ts'
import type { Work } from '../jobs.ts'
import { knownNow } from '../knowledge.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import { type FoundWebinar, peopleOfWebinar } from '../people-of-webinar.ts'
import { peopleFacts } from '../person-facts.ts'
import { namesOfWebinar, webinarNamed } from '../series.ts'
import { sortedInSteps } from '../sorted-in-steps.ts'
import type { Workspace } from '../workspace.ts'
import { type Guest, guestsFrom } from './guests.ts'
import { connectionsOfNobody } from './nobody-pass.ts'
import { type ComparedPerson, type DialIn, PeoplePass, type StaffMember, shownName } from './people-pass.ts'

/** Connections of which somebody said in one go whose they are, and that are nobody else's. */
export interface TieInForce {
  readonly connections: string[]
  readonly person: number
  readonly name: string | null
  readonly at: number
  readonly by: string | null
}

/** Two or more people of a webinar under one name. */
export interface Clash {
  readonly name: string
  readonly people: readonly number[]
}

/** All that a webinar's reconciliation says of its people, by their numbers, as it was when it began. */
export interface Gathered {
  readonly asOf: number
  readonly revision: number
  readonly counts: PeoplePass['counts']
  readonly has: PeoplePass['has']
  /** The largest difference first. */
  readonly people: readonly ComparedPerson[]
  readonly guests: readonly Guest[]
  readonly clashes: readonly Clash[]
  readonly dialIns: readonly DialIn[]
  readonly staff: readonly StaffMember[]
  readonly ties: readonly TieInForce[]
  /** Numbers of merges by hand that concern the webinar's people. */
  readonly merges: readonly number[]
}

const atATime = 32

/** Looks at everybody of a webinar, in steps of some ms each. Yields how far it is. */
export function* gather(ws: Workspace, of: FoundWebinar, revision: number): Work<Gathered> {
  const asOf = ws.now()
  const pass = new PeoplePass(compiledModel(ws, currentVersion(ws)), of.webinar, asOf)
  const all = Math.max(1, countMentions(ws.db, namesOfWebinar(of.known, of.webinar)))
  let done = 0
  for (const people of peopleOfWebinar(knownNow(ws), of, atATime)) {
    for (const known of peopleFacts(ws, people)) if (known.fault === null) pass.take(known)
    done += atATime
    yield 0.8 * Math.min(1, done / all)
  }
  const connections = yield* at(0.82, connectionsOfNobody(ws, of, pass))
  const guests = yield* at(0.9, guestsFrom(ws, connections, pass))
  for (const guest of guests) {
    pass.counts.lost += guest.lost - guest.known
    pass.counts.missing += guest.missing - guest.known
    const phone = guest.connections.find(({ isPhone }) => isPhone)
    if (phone) pass.dialIns.push({ person: null, name: phone.name, connection: phone.id })
  }
  // Of one source alone nothing differs.
  if (!isCompared(pass)) for (const row of pass.people) row.difference = 0
  const people = yield* at(0.95, sortedInSteps(pass.people, byDifference))
  const ties = yield* at(0.98, tiesOf(ws, of))
  const clashes = yield* at(0.99, clashesOf(pass))
  const { counts, has, dialIns, staff } = pass
  counts.lost = Math.max(0, counts.lost)
  counts.missing = Math.max(0, counts.missing)
  const merges = mergesInForce(ws.db).filter(({ one }) => pass.seen.has(personOfKey(ws.db, one)))
  return {
    ...{ asOf, revision, counts, has, people, guests, dialIns, staff, ties },
    clashes,
    merges: merges.map(({ number }) => number),
  }
}

/** Whether there are webhooks and a report to be held against each other. */
export function isCompared({ has }: Pick<PeoplePass, 'has'>): boolean {
  return has.webhooks && has.report
}

/** Steps that do not tell how far they are. */
function* at<T>(progress: number, steps: Generator<unknown, T>): Work<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield progress
  }
}

function byDifference(a: ComparedPerson, b: ComparedPerson): number {
  return b.difference - a.difference || b.together - a.together || a.person - b.person
}

function* clashesOf({ byName }: PeoplePass): Generator<void, Clash[]> {
  const clashes: Clash[] = []
  let looked = 0
  for (const [name, people] of byName) {
    if (people.length > 1) clashes.push({ name, people })
    if (++looked % 5_000 === 0) yield
  }
  return yield* sortedInSteps(clashes, (a, b) => b.people.length - a.people.length || (a.name < b.name ? -1 : 1))
}

function* tiesOf(ws: Workspace, { webinar }: FoundWebinar): Generator<void, TieInForce[]> {
  const ties = new Map<string, TieInForce>()
  for (const { stay, key, tied_at: at, tied_by: by } of tiesInForce(ws.db)) {
    const facts = factsOfTied(ws.db, stay)
    const isHere = facts.some(({ name, time }) => name !== null && webinarNamed(ws, name, time).id === webinar.id)
    if (isHere && facts.some((fact) => fact.key === key)) {
      const person = personOfKey(ws.db, key)
      const name = facts.map((row) => shownName(bareFactOf(row))).findLast((each) => each !== undefined) ?? null
      const tie = ties.get(`${person} ${at}`) ?? { connections: [], person, name, at, by }
      tie.connections.push(hexOf(stay))
      ties.set(`${person} ${at}`, tie)
    }
    yield
  }
  return [...ties.values()]
}
