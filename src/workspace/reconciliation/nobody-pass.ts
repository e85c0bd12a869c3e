import { beginOf, compareFacts, type Fact } from '../../domain/fact.ts'
import type { Connection } from '../../domain/reconciliation/guests.ts'
import { staysOf } from '../../domain/stay.ts'
import { stayOf } from '../../store/fact-id.ts'
import { factsOfNobodyInSteps } from '../../store/facts.ts'
import { hexOf } from '../../store/hex.ts'
import { bareFactOf } from '../fact-of-row.ts'
import type { FoundWebinar } from '../people-of-webinar.ts'
import { namesOfWebinar, webinarNamed } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { isByPhone, type PeoplePass, shownName } from './people-pass.ts'

const atATime = 300

/** The connections in a webinar's room of which no key tells whose they are, staff left out; in steps. */
export function* connectionsOfNobody(
  ws: Workspace,
  { webinar, known }: FoundWebinar,
  pass: PeoplePass,
): Generator<void, Connection[]> {
  const byConnection = new Map<string, Fact[]>()
  for (const name of namesOfWebinar(known, webinar))
    for (const rows of factsOfNobodyInSteps(ws.db, name, atATime)) {
      for (const row of rows) {
        const fact = bareFactOf(row)
        if (beginOf(fact) > pass.asOf || webinarNamed(ws, name, fact.time).id !== webinar.id) continue
        const id = fact.connection ?? fact.id
        const facts = byConnection.get(id)
        if (facts) facts.push(fact)
        else byConnection.set(id, [fact])
      }
      yield
    }
  const connections: Connection[] = []
  for (const [id, facts] of byConnection) {
    const connection = connectionOf(id, facts.sort(compareFacts), pass)
    if (connection) connections.push(connection)
    if (connections.length % atATime === 0) yield
  }
  return connections
}

function connectionOf(id: string, facts: readonly Fact[], pass: PeoplePass): Connection | null {
  pass.noteSources(facts)
  const name = facts.reduce<string | null>((name, fact) => shownName(fact) ?? name, null)
  const staffed = facts.find((fact) => fact.type === 'webinar.staffed')
  const stays = staysOf(facts)
  if (staffed) {
    pass.staff.push({ person: null, name, why: staffed.data.role, attended: stays.length > 0 })
    return null
  }
  if (stays.length === 0) return null
  const bound = facts.flatMap((fact) => (fact.type === 'webinar.bound' ? [hexOf(stayOf(fact.data.connection))] : []))
  return { id, name, stays, bound, isPhone: facts.some(isByPhone) }
}
