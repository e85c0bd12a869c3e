import { decidingOf } from '../domain/identity.ts'
import type { Statement } from '../domain/statement.ts'
import { bytesOf } from '../store/db.ts'
import { stayOf } from '../store/fact-id.ts'
import { numberOfType } from '../store/fact-type.ts'
import { type FactRow, factsOfStay, moveFact } from '../store/facts.ts'
import { hexOf } from '../store/hex.ts'
import { personOfKey, textOfKey } from '../store/person-keys.ts'
import { insertMention } from '../store/webinar-names.ts'
import type { Changes } from './changes.ts'
import type { Workspace } from './workspace.ts'

const bound = numberOfType('webinar.bound')

/**
 * All statements of one stay are about one human, and so are those of stays that were bound together: the best key
 * among them decides for all, whichever came first. Facts that had another key move to it.
 * Gives that key and the facts already stored of the statement's own stay.
 */
export function resolveStay(
  ws: Workspace,
  statement: Statement,
  own: number | null,
  changes: Changes,
): { key: number | null; stored: FactRow[] } {
  const stay = stayOf(statement.connection!)
  const others = statement.type === 'webinar.bound' ? [stayOf(statement.data.connection)] : []
  const { stored, facts } = factsOfHuman(ws, stay, others)
  let key = own
  for (const fact of facts) if (fact.key !== null && fact.key !== key) key = better(ws, key, fact.key)
  for (const fact of facts) if (fact.key !== key) move(ws, fact, key!, changes)
  return { key, stored }
}

/** Facts of a stay and of all stays that are bound to it, however indirectly. */
function factsOfHuman(ws: Workspace, stay: Uint8Array, others: Uint8Array[]): { stored: FactRow[]; facts: FactRow[] } {
  const stored = factsOfStay(ws.db, stay)
  if (others.length === 0 && !stored.some(({ type }) => type === bound)) return { stored, facts: stored }
  const facts: FactRow[] = []
  const seen = new Set<string>()
  for (const waiting = [stay, ...others]; waiting.length > 0; ) {
    const next = waiting.pop()!
    if (seen.has(hexOf(next))) continue
    seen.add(hexOf(next))
    for (const fact of next === stay ? stored : factsOfStay(ws.db, next)) {
      facts.push(fact)
      if (fact.type === bound) waiting.push(stayOf(JSON.parse(fact.data!).connection))
    }
  }
  return { stored, facts }
}

function better(ws: Workspace, a: number | null, b: number): number {
  if (a === null) return b
  const [one, two] = [textOfKey(ws.db, a), textOfKey(ws.db, b)]
  return decidingOf(one, two) === one ? a : b
}

function move(ws: Workspace, fact: FactRow, key: number, changes: Changes): void {
  if (fact.key !== null) changes.people.add(personOfKey(ws.db, fact.key))
  changes.people.add(personOfKey(ws.db, key))
  moveFact(ws.db, fact.number, key)
  if (fact.name !== null) insertMention(ws.db, fact.name, key)
  fact.key = key
}

/** Whether a stored fact has this id. */
export function hasId(fact: FactRow, id: Uint8Array): boolean {
  const stored = bytesOf(fact.id)
  return id.every((byte, at) => byte === stored[at])
}
