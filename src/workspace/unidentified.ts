import type { Fact } from '../domain/fact.ts'
import { type Stay, staysOf } from '../domain/stay.ts'
import type { Webinar } from '../domain/webinar.ts'
import { factsOfNobody } from '../store/facts.ts'
import { bareFactOf } from './fact-of-row.ts'
import { type KnownSeries, namesOfWebinar, webinarNamed } from './series.ts'
import type { Workspace } from './workspace.ts'

/** The stays in a webinar's room of those without any key, begun by `asOf`: one list a connection, staff left out. */
export function unidentifiedStays(
  ws: Workspace,
  { webinar, known }: { webinar: Webinar; known: KnownSeries },
  asOf: number,
): Stay[][] {
  const byConnection = new Map<string, Fact[]>()
  for (const name of namesOfWebinar(known, webinar)) {
    for (const row of factsOfNobody(ws.db, name)) {
      if (webinarNamed(ws, name, row.time).id !== webinar.id) continue
      const fact = bareFactOf(row)
      const connection = fact.connection ?? fact.id
      byConnection.set(connection, [...(byConnection.get(connection) ?? []), fact])
    }
  }
  return [...byConnection.values()]
    .filter((facts) => !facts.some(({ type }) => type === 'webinar.staffed'))
    .map((facts) => staysOf(facts.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))))
    .map((stays) => stays.filter(({ from }) => from <= asOf))
    .filter((stays) => stays.length > 0)
}
