import { canonicalFacts } from '../../domain/fact.ts'
import { emailOf } from '../../domain/identity.ts'
import { profileOf } from '../../domain/profile.ts'
import { keysOfGroup, type MergeRow, mergesOfPerson } from '../../store/merges.ts'
import { factsOfKeys } from '../../store/person-facts.ts'
import { idOfKey, keyOfNumber, personOfKey, textOfKey } from '../../store/person-keys.ts'
import { factOf } from '../fact-of-row.ts'
import { momentOf } from '../moment.ts'
import { personId } from '../person-id.ts'
import { groupOf } from '../regroup.ts'
import type { Workspace } from '../workspace.ts'
import { keyOf } from './merge-people.ts'

/** Somebody as they would be without merges by hand. `person`: whose id they have now. */
export interface Side {
  person: string
  name: string | null
  email: string | null
}

/** Two who were said to be one, by whom and when; `undoneAt` null: it holds. */
export interface ShownMerge {
  merge: number
  sides: [Side, Side]
  mergedAt: string
  mergedBy: string | null
  undoneAt: string | null
  undoneBy: string | null
}

/** All merges that somebody made of a person, the undone too, the latest first. Throws `Refused('not_found')`. */
export function mergesOf(ws: Workspace, id: string): { items: ShownMerge[] } {
  return { items: mergesOfPerson(ws.db, keyOf(ws, id, 'id').person).map((merge) => shownMerge(ws, merge)) }
}

export function shownMerge(ws: Workspace, { number, one, other, ...row }: MergeRow): ShownMerge {
  return {
    merge: number,
    sides: [sideOf(ws, one), sideOf(ws, other)],
    mergedAt: momentOf(row.merged_at),
    mergedBy: row.merged_by,
    undoneAt: momentOf(row.undone_at),
    undoneBy: row.undone_by,
  }
}

function sideOf(ws: Workspace, number: number): Side {
  const group = groupOf(keyOfNumber(ws.db, number))
  const keys = keysOfGroup(ws.db, group)
  const numbers = keys.map((key) => key.number)
  const facts = canonicalFacts(factsOfKeys(ws.db, numbers).map((row) => factOf(row)))
  const { firstName, lastName } = profileOf(facts)
  const emails = [group, ...numbers].flatMap((key) => emailOf(textOfKey(ws.db, key)) ?? [])
  return {
    person: personId(idOfKey(ws.db, personOfKey(ws.db, number))),
    name: [firstName, lastName].filter(Boolean).join(' ') || null,
    email: emails[0] ?? null,
  }
}
