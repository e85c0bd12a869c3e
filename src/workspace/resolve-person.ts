import { canonicalOf, keysOf, type PersonKey, tieOf } from '../domain/identity.ts'
import type { Statement } from '../domain/statement.ts'
import { keyId } from '../store/fact-id.ts'
import { joinGroup } from '../store/merges.ts'
import { findKey, insertKey, type KeyRow, keyOfNumber, lastKey, mergePerson, textOfKey } from '../store/person-keys.ts'
import type { Changes } from './changes.ts'
import { canonicalGroup, groupOf, regroup } from './regroup.ts'
import type { Workspace } from './workspace.ts'

/**
 * The stored key that decides whose a statement is, null for the unidentified. A registration that carries registrant
 * id and e-mail makes one human of both, whatever becomes of the fact itself.
 */
export function resolvePerson(ws: Workspace, statement: Statement, changes: Changes): KeyRow | null {
  const [deciding] = keysOf(statement.person)
  if (deciding === undefined) return null
  const tie = tieOf(statement)
  return tie ? tieKeys(ws, tie, changes) : (knownKey(ws, deciding) ?? addKey(ws, deciding))
}

function knownKey(ws: Workspace, text: PersonKey): KeyRow | undefined {
  const { keys } = ws.remembered
  const remembered = keys.get(text)
  if (remembered) return remembered
  const found = findKey(ws.db, keyId(text))
  if (found) keys.set(text, found)
  return found
}

/** Stores a key that nobody had so far: as one more of somebody's, else as a new person. */
export function addKey(ws: Workspace, text: PersonKey, of?: Pick<KeyRow, 'person' | 'natural'>): KeyRow {
  const { remembered } = ws
  const number = (remembered.lastKey ?? lastKey(ws.db)) + 1
  const key = { number, person: of?.person ?? number, natural: of?.natural ?? null }
  insertKey(ws.db, key, keyId(text), text)
  remembered.lastKey = number
  remembered.keys.set(text, key)
  return key
}

function tieKeys(ws: Workspace, [a, b]: [PersonKey, PersonKey], changes: Changes): KeyRow {
  const [own, other] = [knownKey(ws, a), knownKey(ws, b)]
  if (own && other) return groupOf(own) === groupOf(other) ? own : join(ws, own, other, changes)
  if (own) return { ...own, person: tieNew(ws, b, own, changes).person }
  if (other) return tieNew(ws, a, other, changes)
  if (canonicalOf(a, b) === b) return addKey(ws, a, addKey(ws, b))
  const first = addKey(ws, a)
  addKey(ws, b, first)
  return first
}

/** A new key of somebody who has another one. */
function tieNew(ws: Workspace, text: PersonKey, known: KeyRow, changes: Changes): KeyRow {
  const canonical = textOfKey(ws.db, groupOf(known))
  if (canonicalOf(canonical, text) === canonical) return addKey(ws, text, known)
  return join(ws, addKey(ws, text), known, changes)
}

/** Two humans turn out to be one. */
function join(ws: Workspace, own: KeyRow, other: KeyRow, changes: Changes): KeyRow {
  const stays = canonicalGroup(ws, groupOf(own), groupOf(other))
  const goes = stays === groupOf(own) ? groupOf(other) : groupOf(own)
  if (own.natural !== null || other.natural !== null) {
    joinGroup(ws.db, goes, stays)
    regroup(ws, [stays], changes)
    return keyOfNumber(ws.db, own.number)
  }
  mergePerson(ws.db, goes, stays, changes.receivedAt)
  ws.remembered.keys.clear()
  changes.people.add(goes).add(stays)
  return { ...own, person: stays }
}
