import type { CompiledModel } from '../domain/compile.ts'
import { History } from '../domain/history.ts'
import { roomNameOf } from '../domain/profile.ts'
import { isStaff } from '../domain/standing.ts'
import { cardsOfPeople } from '../store/cards.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import { peopleWithStanding } from '../store/standings.ts'
import { knownNow } from './knowledge.ts'
import { compiledModel } from './live-models.ts'
import { type PersonRow, personRow } from './people/row.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { peopleFacts } from './person-facts.ts'
import { namesOfWebinar, numberOfWebinar } from './series.ts'
import type { Workspace } from './workspace.ts'

/** Who said something in a webinar, with the card of the present moment. */
export interface Asker {
  person: Omit<PersonRow, 'velocity' | 'lastActivityAt' | 'wantsNoMail'>
  /** A host, a panelist, or of the company's own. */
  staff: boolean
}

const atATime = 500

/** Them by their numbers, in steps; whoever has no card yet is left out. */
export function* askersOf(
  ws: Workspace,
  version: number,
  of: FoundWebinar,
  people: readonly number[],
): Generator<void, Map<number, Asker>> {
  const askers = new Map<number, Asker>()
  const webinar = numberOfWebinar(ws, of.webinar)
  for (let from = 0; from < people.length; from += atATime) {
    const some = people.slice(from, from + atATime)
    const ids = idsOfPeople(ws.db, some)
    // Staff has no standing; neither has somebody who only wrote and never came: their facts tell them apart.
    const standing = new Set(peopleWithStanding(ws.db, version, webinar, some))
    const cards = cardsOfPeople(ws.db, version, some)
    const staff = staffAmong(
      ws,
      version,
      of,
      cards.flatMap(({ person }) => (standing.has(person) ? [] : [person])),
    )
    for (const card of cards) {
      const row = personRow(`p_${ids.get(card.person)}`, card, ws.now())
      const { velocity: _, lastActivityAt: __, wantsNoMail: ___, ...person } = row
      askers.set(card.person, { person, staff: staff.has(card.person) })
    }
    yield
  }
  return askers
}

function staffAmong(ws: Workspace, version: number, { webinar }: FoundWebinar, people: readonly number[]): Set<number> {
  const model: CompiledModel = compiledModel(ws, version)
  const staff = new Set<number>()
  for (const { person, facts, webinars, fault } of peopleFacts(ws, people)) {
    if (fault !== null) continue
    const history = new History(model, facts, webinars, ws.now())
    const here = history.involvements.find((involvement) => involvement.webinar.id === webinar.id)
    if (isStaff(history) || here?.isStaff(history.addresses)) staff.add(person)
  }
  return staff
}

/** What is known of a connection of nobody: the name shown, and whether it is staff's. */
export interface Nobody {
  name: string | null
  staff: boolean
}

/** The connections in a webinar's room of which nobody knows whose they are. */
export function nobodiesOf(ws: Workspace, { webinar, known }: FoundWebinar): Map<string, Nobody> {
  const nobodies = new Map<string, Nobody>()
  for (const { fact } of knownNow(ws).factsOfNobody(namesOfWebinar(known, webinar))) {
    if (fact.connection === undefined) continue
    const { name, staff } = nobodies.get(fact.connection) ?? { name: null, staff: false }
    nobodies.set(fact.connection, {
      name: roomNameOf([fact]) ?? name,
      staff: staff || fact.type === 'webinar.staffed',
    })
  }
  return nobodies
}
