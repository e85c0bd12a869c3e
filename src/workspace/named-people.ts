import { type CardRow, cardsOfPeople } from '../store/cards.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import type { Workspace } from './workspace.ts'

/** Somebody as a list of something else shows them. */
export interface NamedPerson {
  id: string
  email: string | null
  name: string | null
  company: string | null
  jobTitle: string | null
}

/** People by their numbers, as they are called now; of somebody who has no card any more little is known. */
export function namedPeople(ws: Workspace, version: number, people: readonly number[]): Map<number, NamedPerson> {
  const ids = idsOfPeople(ws.db, people)
  const cards = new Map(cardsOfPeople(ws.db, version, people).map((card) => [card.person, card]))
  return new Map(people.map((person) => [person, named(ids.get(person)!, cards.get(person))]))
}

function named(id: string, card: CardRow | undefined): NamedPerson {
  const { email, name = null, company = null, job_title: jobTitle = null } = card ?? { email: '' }
  return { id: `p_${id}`, email: email || null, name, company, jobTitle }
}
