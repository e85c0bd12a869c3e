import { emailOf, isStayKey, stayKey } from '../../domain/identity.ts'
import { Refused } from '../../domain/refusal.ts'
import { keyId, stayOfFact } from '../../store/fact-id.ts'
import { typeOfNumber } from '../../store/fact-type.ts'
import type { FactRow } from '../../store/facts.ts'
import { bytesOfHex } from '../../store/hex.ts'
import { findKey, idOfKey, type KeyRow, moveKey, personOfKey, textOfKey } from '../../store/person-keys.ts'
import { factsOfTied, findTie, insertTie, undoTie } from '../../store/stay-ties.ts'
import type { Changes } from '../changes.ts'
import { needWebinar } from '../find-webinar.ts'
import type { FoundWebinar } from '../people-of-webinar.ts'
import { personId } from '../person-id.ts'
import { addKey } from '../resolve-person.ts'
import { better, boundTo, move } from '../resolve-stay.ts'
import { webinarNamed } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { keyOf, repaired } from './merge-people.ts'
import { repair } from './words.ts'

/** A connection by its id, and the id of the person whose it is (null: nobody's). */
export interface Tied {
  connection: string
  person: string | null
}

/**
 * Says whose some connections in a webinar's room are of which the platform does not say it, until that is undone or the
 * platform says it after all. What is bound to them goes with them. `by`: in whose name. All of them or none:
 * throws `Refused('not_found')`, and `('conflict')` where one is known, was said before, or is staff's.
 */
export function tieStays(
  ws: Workspace,
  webinarId: string,
  { connections, person }: { connections: readonly string[]; person: string },
  by: string,
): Tied[] {
  return repaired(ws, (changes) => {
    const target = keyOf(ws, person, 'person')
    const of = needWebinar(ws, webinarId)
    return connections.map((connection) => {
      const stay = checked(ws, of, connection)
      const own = ownKey(ws, stayKey(connection), target, changes)
      insertTie(ws.db, stay, own.number, changes.receivedAt, by)
      return { connection, person: settle(ws, stay, changes) }
    })
  })
}

function checked(ws: Workspace, of: FoundWebinar, connection: string): Uint8Array {
  const { stay, facts } = connectionOf(ws, of, connection)
  if (facts.some(({ type }) => typeOfNumber(type) === 'webinar.staffed')) throw conflict('staff')
  const before = findTie(ws.db, stay)
  if (before) throw conflict('tiedAlready', nameOf(ws, before.key))
  const [{ key }] = facts as [FactRow]
  if (key !== null && !isStayKey(textOfKey(ws.db, key))) throw conflict('known', nameOf(ws, key))
  return stay
}

/** Takes it back: the connection is again whose the platform says, or nobody's. Throws `Refused('not_found')`. */
export function untieStay(ws: Workspace, webinarId: string, connection: string, by: string): Tied {
  return repaired(ws, (changes) => {
    const { stay } = connectionOf(ws, needWebinar(ws, webinarId), connection)
    const tie = findTie(ws.db, stay)
    if (!tie) throw new Refused('not_found', repair('notTied', { connection }), { field: 'connection' })
    undoTie(ws.db, tie.number, changes.receivedAt, by)
    return { connection, person: settle(ws, stay, changes) }
  })
}

function connectionOf(ws: Workspace, { webinar }: FoundWebinar, connection: string) {
  const stay = /^(?:.{20}|.{32})$/.test(connection) ? bytesOfHex(connection) : null
  const isWhole = stay && (stay.length === 10) === (stayOfFact(stay) !== null)
  const facts = isWhole ? factsOfTied(ws.db, stay) : []
  const isHere = ({ name, time }: FactRow) => name !== null && webinarNamed(ws, name, time).id === webinar.id
  if (!facts.some(isHere))
    throw new Refused('not_found', repair('noConnection', { connection }), { field: 'connection' })
  return { stay: stay!, facts }
}

/** The key made for a stay, as one of the person's. */
function ownKey(ws: Workspace, text: string, target: KeyRow, changes: Changes): KeyRow {
  const known = findKey(ws.db, keyId(text))
  if (!known) return addKey(ws, text, target)
  const { person, natural } = target
  moveKey(ws.db, { ...known, person, natural }, known, changes.receivedAt)
  ws.remembered.keys.clear()
  return known
}

/** Whose a stay and all that is bound to it are: whom a source names, else whom somebody named, else nobody's. */
function settle(ws: Workspace, stay: Uint8Array, changes: Changes): string | null {
  const stays = [stay, ...boundTo(ws, stay)]
  const facts = stays.flatMap((each) => factsOfTied(ws.db, each))
  const [{ key: known }] = facts as [FactRow]
  let key = known !== null && isStayKey(textOfKey(ws.db, known)) ? null : known
  if (key === null)
    for (const each of stays) {
      const tie = findTie(ws.db, each)
      if (tie) key = better(ws, key, tie.key)
    }
  for (const fact of facts) {
    if (fact.name !== null) changes.rooms.set(fact.name, fact.time)
    if (fact.key !== key) move(ws, fact, key, changes)
  }
  return key === null ? null : idOf(ws, key)
}

function idOf(ws: Workspace, key: number): string {
  return personId(idOfKey(ws.db, personOfKey(ws.db, key)))
}

function nameOf(ws: Workspace, key: number): string {
  return emailOf(textOfKey(ws.db, personOfKey(ws.db, key))) ?? idOf(ws, key)
}

function conflict(why: 'staff'): Refused
function conflict(why: 'known' | 'tiedAlready', person: string): Refused
function conflict(why: 'staff' | 'known' | 'tiedAlready', person = ''): Refused {
  return new Refused('conflict', why === 'staff' ? repair(why) : repair(why, { person }), { field: 'connection' })
}
