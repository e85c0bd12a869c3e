import type { Fact } from '../domain/fact.ts'
import { type Stay, staysOf } from '../domain/stay.ts'
import type { Knowledge } from './knowledge.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { namesOfWebinar } from './series.ts'

/** The stays in a webinar's room of those without any key, begun by `asOf`: one list a connection, staff left out. */
export function unidentifiedStays(
  { factsOfNobody, webinarNamed }: Knowledge,
  { webinar, known }: FoundWebinar,
  asOf: number,
): Stay[][] {
  const byConnection = new Map<string, Fact[]>()
  for (const { name, fact } of factsOfNobody(namesOfWebinar(known, webinar))) {
    if (webinarNamed(name, fact.time).id !== webinar.id) continue
    const connection = fact.connection ?? fact.id
    byConnection.set(connection, [...(byConnection.get(connection) ?? []), fact])
  }
  return [...byConnection.values()]
    .filter((facts) => !facts.some(({ type }) => type === 'webinar.staffed'))
    .map((facts) => staysOf(facts.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))))
    .map((stays) => stays.filter(({ from }) => from <= asOf))
    .filter((stays) => stays.length > 0)
}
