import type { Webinar } from '../domain/webinar.ts'
import { factsOfNobody } from '../store/facts.ts'
import { personOfKey } from '../store/person-keys.ts'
import { peopleMentioned } from '../store/webinar-names.ts'
import { bareFactOf } from './fact-of-row.ts'
import { findWebinar } from './find-webinar.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { type NumberedPersonFacts, peopleFacts } from './person-facts.ts'
import { type NamedFact, webinarNamed } from './series.ts'
import type { Workspace } from './workspace.ts'

/** What is known of people and webinars: now (below), or as it was known at a moment (known-then.ts). */
export interface Knowledge {
  /** A webinar by any id that it ever had; null where there is none. */
  findWebinar(id: string): FoundWebinar | null
  /** The number of the person whose key it is. */
  personOfKey(key: number): number
  /** The webinar that a stored name means in a fact of a moment. */
  webinarNamed(name: number, time: number): Webinar
  /** Everybody who is named with a webinar name, so many keys at a time. */
  peopleMentioned(name: number, atATime: number): Iterable<number[]>
  /** Facts under webinar names about people who have no key, each with the number of its name. */
  factsOfNobody(names: readonly number[]): NamedFact[]
  /** All that is known of people, in the order asked. */
  peopleFacts(people: readonly number[]): NumberedPersonFacts[]
}

export function knownNow(ws: Workspace): Knowledge {
  return {
    personOfKey: (key) => personOfKey(ws.db, key),
    findWebinar: (id) => findWebinar(ws, id),
    webinarNamed: (name, time) => webinarNamed(ws, name, time),
    peopleMentioned: (name, atATime) => peopleMentioned(ws.db, name, atATime),
    factsOfNobody: (names) =>
      names.flatMap((name) => factsOfNobody(ws.db, name).map((row) => ({ name, fact: bareFactOf(row) }))),
    peopleFacts: (people) => peopleFacts(ws, people),
  }
}
