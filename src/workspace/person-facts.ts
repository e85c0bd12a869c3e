import type { Fact } from '../domain/fact.ts'
import type { Webinar } from '../domain/webinar.ts'
import { factsOfPerson, type PersonFactRow } from '../store/facts.ts'
import { factOf } from './fact-of-row.ts'
import { webinarNamed } from './series.ts'
import type { Workspace } from './workspace.ts'

/** All that is known of a person, as `score` wants it: facts and the webinars that they name. */
export interface PersonFacts {
  facts: Fact[]
  webinars: Map<string, Webinar>
}

export function personFacts(ws: Workspace, person: number): PersonFacts {
  return arranged(ws, factsOfPerson(ws.db, person))
}

export function arranged(ws: Workspace, rows: readonly PersonFactRow[]): PersonFacts {
  const webinars = new Map<string, Webinar>()
  const facts = rows.map((row) => {
    const fact = factOf(row, row.key_text)
    if (row.name === null) return fact
    const webinar = webinarNamed(ws, row.name, row.time)
    webinars.set(webinar.id, webinar)
    return { ...fact, webinar: webinar.id }
  })
  return { facts, webinars }
}
