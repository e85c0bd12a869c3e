import type { Fact } from '../domain/fact.ts'
import { typeOfNumber } from '../store/fact-type.ts'
import type { FactRow } from '../store/facts.ts'
import { hexOf } from '../store/hex.ts'
import type { PersonFactRow } from '../store/person-facts.ts'

/** What of a stored fact the domain reads. `id` in hex. */
type StoredFact = Pick<PersonFactRow, 'id' | 'type' | 'time' | 'data' | 'profile'>

const nothing = Object.freeze({})
const stayLength = 20

/**
 * A stored fact as the domain reads it, given the webinar that its name means and the address that its key is. Every
 * fact has the same members in the same order, for that is what makes scoring fast.
 */
export function factOf({ id, type, time, data, profile }: StoredFact, webinar?: string, email?: string): Fact {
  return {
    id,
    type: typeOfNumber(type),
    time,
    webinar,
    connection: id >= '8' ? id.slice(0, stayLength) : undefined,
    email,
    profile: profile === null ? undefined : JSON.parse(profile),
    data: data === null ? nothing : JSON.parse(data),
  } as Fact
}

/** The same of a whole row, about a webinar itself or about nobody whose key is known. */
export function bareFactOf(row: FactRow): Fact {
  return factOf({ ...row, id: hexOf(row.id) })
}
