import { canonicalJson } from '../../src/domain/fact.ts'
import { keysOf, tieOf } from '../../src/domain/identity.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { factId, keyId, stayOf } from '../../src/store/fact-id.ts'
import { numberOfType } from '../../src/store/fact-type.ts'
import { insertFact } from '../../src/store/facts.ts'
import { findKey, insertKey, type KeyRow, lastKey, mergePerson } from '../../src/store/person-keys.ts'
import { insertMention } from '../../src/store/webinar-names.ts'
import { noChanges } from '../../src/workspace/changes.ts'
import { resolveName } from '../../src/workspace/resolve-name.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/**
 * Stores what is said of one person as the intake would, several times faster, since everything is known to be new:
 * it looks nothing up but keys, and makes nobody due. A test compares the two.
 */
export function storeNew(ws: Workspace, statements: readonly Statement[], receivedAt: number): void {
  const keys = new Map<string, KeyRow>()
  for (const statement of statements) {
    const name = statement.webinar ? resolveName(ws, statement.webinar, noChanges(receivedAt)) : null
    const key = keyOf(ws, statement, keys, receivedAt).number
    const stay = statement.connection === undefined ? null : stayOf(statement.connection)
    insertFact(ws.db, {
      id: factId(statement.id, stay),
      key,
      name,
      type: numberOfType(statement.type),
      time: statement.time,
      received_after: receivedAt - statement.time,
      data: jsonOf(statement.data),
      profile: jsonOf(statement.profile),
    })
    if (name !== null) insertMention(ws.db, name, key)
  }
}

function keyOf(ws: Workspace, statement: Statement, keys: Map<string, KeyRow>, receivedAt: number): KeyRow {
  const addKey = (id: Uint8Array, text: string, person?: number) => {
    const number = lastKey(ws.db) + 1
    const key = { number, person: person ?? number, natural: null }
    insertKey(ws.db, key, id, text)
    return key
  }
  const find = (text: string, person?: number) => {
    const id = keyId(text)
    const key = keys.get(text) ?? findKey(ws.db, id) ?? addKey(id, text, person)
    keys.set(text, key)
    return key
  }
  const tie = tieOf(statement)
  const tied = tie && find(tie[1]).person
  const own = find(keysOf(statement.person)[0]!, tied ?? undefined)
  if (tied && own.person !== tied) mergePerson(ws.db, own.person, tied, receivedAt)
  return own
}

function jsonOf(value: object | undefined): string | null {
  const json = canonicalJson(value ?? {})
  return json === '{}' ? null : json
}
