import { canonicalOf, keysOf, type PersonKey, tieOf } from '../domain/identity.ts'
import type { Statement } from '../domain/statement.ts'
import { keyId } from '../store/fact-id.ts'
import { findKey, insertKey, type KeyRow, mergePerson, textOfKey } from '../store/person-keys.ts'
import type { Changes } from './changes.ts'
import type { Workspace } from './workspace.ts'

/**
 * The stored key that decides whose a statement is, null for the unidentified. A registration that carries registrant
 * id and e-mail makes one human of both, whatever becomes of the fact itself.
 */
export function resolvePerson(ws: Workspace, statement: Statement, changes: Changes): KeyRow | null {
  const [deciding] = keysOf(statement.person)
  if (deciding === undefined) return null
  const tie = tieOf(statement)
  return tie ? tieKeys(ws, tie, changes) : keyOf(ws, deciding)
}

function keyOf(ws: Workspace, text: PersonKey): KeyRow {
  const id = keyId(text)
  return findKey(ws.db, id) ?? insertKey(ws.db, id, text)
}

function tieKeys(ws: Workspace, [a, b]: [PersonKey, PersonKey], changes: Changes): KeyRow {
  const [own, other] = [keyOf(ws, a), keyOf(ws, b)]
  if (own.person === other.person) return own
  const [one, two] = [textOfKey(ws.db, own.person), textOfKey(ws.db, other.person)]
  const stays = canonicalOf(one, two) === one ? own.person : other.person
  const goes = stays === own.person ? other.person : own.person
  mergePerson(ws.db, goes, stays)
  changes.people.add(goes).add(stays)
  return { number: own.number, person: stays }
}
