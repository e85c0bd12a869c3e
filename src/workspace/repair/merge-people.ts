import { Refused } from '../../domain/refusal.ts'
import { findMerge, insertMerge, mergesOfPerson, undoMerge } from '../../store/merges.ts'
import { findKey, idOfKey, type KeyRow, keyOfNumber, personOfKey } from '../../store/person-keys.ts'
import { type Changes, makeDue, noChanges } from '../changes.ts'
import { bytesOfPersonId, personId } from '../person-id.ts'
import { groupOf, regroup } from '../regroup.ts'
import type { Workspace } from '../workspace.ts'
import { repair } from './words.ts'

/** A merge by its number, and the id of the person that came of it. */
export interface Merged {
  merge: number
  person: string
}

/**
 * Says that two people are one, by any id that each ever had: everything that either did or will do is one person's,
 * until it is undone. `by`: in whose name. Throws `Refused('not_found')`, and `('conflict')` where they are one already.
 */
export function mergePeople(ws: Workspace, id: string, into: string, by: string): Merged {
  return repaired(ws, (changes) => {
    const [one, other] = [keyOf(ws, id, 'id'), keyOf(ws, into, 'into')]
    if (one.person === other.person) throw new Refused('conflict', repair('oneAlready'), { field: 'into' })
    const merge = insertMerge(ws.db, one.number, other.number, changes.receivedAt, by)
    regroup(ws, [groupOf(one), groupOf(other)], changes)
    return { merge, person: idOf(ws, one) }
  })
}

/**
 * Takes a merge back, whatever has come since: everybody is again whom facts and the other merges make them. Gives the
 * ids of the two; they are the same where other merges or a registration make them one all the same.
 * Throws `Refused('not_found')`, and `('conflict')` where it was undone before.
 */
export function unmergePeople(ws: Workspace, id: string, number: number, by: string): { people: string[] } {
  return repaired(ws, (changes) => {
    const key = keyOf(ws, id, 'id')
    const merge = findMerge(ws.db, number)
    if (!merge || !mergesOfPerson(ws.db, key.person).some((each) => each.number === number))
      throw new Refused('not_found', repair('notMerged', { merge: number }), { field: 'merge' })
    if (merge.undone_at !== null) throw new Refused('conflict', repair('undoneAlready'), { field: 'merge' })
    undoMerge(ws.db, number, changes.receivedAt, by)
    const sides = [keyOfNumber(ws.db, merge.one), keyOfNumber(ws.db, merge.other)]
    regroup(ws, sides.map(groupOf), changes)
    return { people: sides.map((side) => idOf(ws, side)) }
  })
}

/** Does something by hand in one transaction, and makes due whom it concerns. */
export function repaired<T>(ws: Workspace, act: (changes: Changes) => T): T {
  return ws.transaction(() => {
    const changes = noChanges(ws.now())
    const result = act(changes)
    makeDue(ws, changes)
    return result
  })
}

/** The key whose hash an id is. Throws `Refused('not_found')`. */
export function keyOf(ws: Workspace, id: string, field: string): KeyRow {
  const bytes = bytesOfPersonId(id)
  const key = bytes ? findKey(ws.db, bytes) : undefined
  if (!key) throw new Refused('not_found', `There is no person "${id}"`, { field })
  return key
}

function idOf(ws: Workspace, { number }: KeyRow): string {
  return personId(idOfKey(ws.db, personOfKey(ws.db, number)))
}
