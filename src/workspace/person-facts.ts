import type { Fact } from '../domain/fact.ts'
import { emailOf } from '../domain/identity.ts'
import type { Webinar } from '../domain/webinar.ts'
import { factsOfPeople, keysOfPeople, type PersonFactRow, type PersonKeyRow } from '../store/person-facts.ts'
import { factOf } from './fact-of-row.ts'
import { webinarNamed } from './series.ts'
import type { FactReader } from './workspace.ts'

/** All that is known of a person, as `score` wants it: facts and the webinars that they name. */
export interface PersonFacts {
  facts: Fact[]
  webinars: Map<string, Webinar>
}

/**
 * The same with the person's number and id in hex; '' for somebody who was merged into another. `webinars` may hold more
 * than the person's own. `fault`: why not all of it could be read.
 */
export interface NumberedPersonFacts extends PersonFacts {
  person: number
  id: string
  fault: unknown
}

interface Owner {
  key: number
  owner: NumberedPersonFacts
  email: string | undefined
}

export function personFacts(ws: FactReader, person: number): PersonFacts {
  const [known] = peopleFacts(ws, [person])
  if (known!.fault !== null) throw known!.fault
  return known!
}

/** What is known of several people, in the order asked. */
export function peopleFacts(ws: FactReader, people: readonly number[]): NumberedPersonFacts[] {
  const keys = keysOfPeople(ws.db, people)
  return gatherFacts(people, keys, factsOfPeople(ws.db, people), (name, time) => webinarNamed(ws, name, time))
}

/** Puts people together from their keys and facts, the facts of a key one after the other. */
export function gatherFacts(
  people: readonly number[],
  keys: readonly PersonKeyRow[],
  rows: readonly PersonFactRow[],
  named: (name: number, time: number) => Webinar,
): NumberedPersonFacts[] {
  const known = new Map<number, NumberedPersonFacts>()
  const webinars = new Map<string, Webinar>()
  for (const person of people) known.set(person, { person, id: '', facts: [], webinars, fault: null })
  const owners = new Map<number, Owner>()
  for (const { number, person, text, id } of keys) {
    const owner = known.get(person)!
    owners.set(number, { key: number, owner, email: emailOf(text) })
    if (id !== null) owner.id = id
  }
  let last: Owner | undefined
  for (const row of rows) {
    // They come key by key.
    if (last?.key !== row.key) last = owners.get(row.key)
    const { owner, email } = last!
    const webinar = row.name === null ? undefined : named(row.name, row.time)
    if (webinar) webinars.set(webinar.id, webinar)
    try {
      owner.facts.push(factOf(row, webinar?.id, email))
    } catch (error) {
      owner.fault = error
    }
  }
  return [...known.values()]
}
