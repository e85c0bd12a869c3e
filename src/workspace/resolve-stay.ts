import { decidingOf } from '../domain/identity.ts'
import type { Statement } from '../domain/statement.ts'
import { bytesOf } from '../store/db.ts'
import { stayOf } from '../store/fact-id.ts'
import { bondsOf, type FactRow, factsOfStay, insertBond, insertFactWas, moveFact } from '../store/facts.ts'
import { hexOf } from '../store/hex.ts'
import { personOfKey, textOfKey } from '../store/person-keys.ts'
import type { Changes } from './changes.ts'
import { mention } from './mention.ts'
import type { Workspace } from './workspace.ts'

/**
 * All statements of one stay are about one human, and so are those of stays that were bound together: the best key
 * among them decides for all, whichever came first. Facts that had another key move to it.
 * Gives that key and the facts already stored of the statement's own stay.
 */
export function resolveStay(
  ws: Workspace,
  statement: Statement,
  stay: Uint8Array,
  own: number | null,
  changes: Changes,
): { key: number | null; stored: FactRow[] } {
  if (statement.type === 'webinar.bound') insertBond(ws.db, stay, stayOf(statement.data.connection))
  const stored = factsOfStay(ws.db, stay)
  const facts = [...stored, ...boundTo(ws, stay).flatMap((bound) => factsOfStay(ws.db, bound))]
  let key = own
  for (const fact of facts) if (fact.key !== null && fact.key !== key) key = better(ws, key, fact.key)
  for (const fact of facts) if (fact.key !== key) move(ws, fact, key, changes)
  return { key, stored }
}

/** All other stays that are bound to one, however indirectly. */
export function boundTo(ws: Workspace, stay: Uint8Array): Uint8Array[] {
  const bound: Uint8Array[] = []
  const waiting = bondsOf(ws.db, stay)
  if (waiting.length === 0) return bound
  const seen = new Set([hexOf(stay)])
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (seen.has(hexOf(next))) continue
    seen.add(hexOf(next))
    bound.push(next)
    waiting.push(...bondsOf(ws.db, next))
  }
  return bound
}

/** Of two keys that name one stay the one that decides. */
export function better(ws: Workspace, a: number | null, b: number): number {
  if (a === null) return b
  const [one, two] = [textOfKey(ws.db, a), textOfKey(ws.db, b)]
  return decidingOf(one, two) === one ? a : b
}

/** A fact turns out to be about another key, or about nobody's whose key is known. */
export function move(ws: Workspace, fact: FactRow, key: number | null, changes: Changes): void {
  for (const each of [fact.key, key]) if (each !== null) changes.people.add(personOfKey(ws.db, each))
  insertFactWas(ws.db, fact, changes.receivedAt)
  moveFact(ws.db, fact.number, key)
  if (fact.name !== null && key !== null) mention(ws, fact.name, key)
  fact.key = key
}

/** Whether a stored fact has this id. */
export function hasId(fact: FactRow, id: Uint8Array): boolean {
  const stored = bytesOf(fact.id)
  return id.every((byte, at) => byte === stored[at])
}
