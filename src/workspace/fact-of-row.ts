import type { Fact } from '../domain/fact.ts'
import { emailOf } from '../domain/identity.ts'
import { typeOfNumber } from '../store/fact-type.ts'
import type { FactRow } from '../store/facts.ts'
import { hexOf } from '../store/hex.ts'
import type { PersonFactRow } from '../store/person-facts.ts'

/** What of a stored fact the domain reads. `id` in hex. */
type StoredFact = Pick<PersonFactRow, 'id' | 'type' | 'time' | 'data' | 'profile'>

const nothing = Object.freeze({})
const stayLength = 20

/**
 * A stored fact as the domain reads it, given the webinar that its name means and the text of its key. Every fact has
 * the same members in the same order: that makes scoring twice as fast.
 */
export function factOf({ id, type, time, data, profile }: StoredFact, webinar?: string, keyText?: string): Fact {
  return {
    id,
    type: typeOfNumber(type),
    time,
    webinar,
    connection: id >= '8' ? id.slice(0, stayLength) : undefined,
    email: keyText && emailOf(keyText),
    profile: profile === null ? undefined : JSON.parse(profile),
    data: data === null ? nothing : JSON.parse(data),
  } as Fact
}

/** The same of a whole row, about a webinar itself or about nobody whose key is known. */
export function bareFactOf(row: FactRow): Fact {
  return factOf({ ...row, id: hexOf(row.id) })
}
