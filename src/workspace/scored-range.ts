import { peopleBetween } from '../store/person-keys.ts'
import { peopleFacts } from './person-facts.ts'
import { type PersonRows, RowMaker } from './person-rows.ts'
import type { FactReader } from './workspace.ts'

/**
 * People who are to be scored ahead: those whose number is above `from` and not above `to`, under a version of the model
 * and as of a moment. `series`: how often webinars had changed when it was asked for.
 */
export interface KeyRange {
  readonly version: number
  readonly from: number
  readonly to: number
  readonly now: number
  readonly series: number
}

/** Somebody's rows, with the person's number and id in hex. */
export interface ScoredPerson extends PersonRows {
  readonly person: number
  readonly id: string
}

/** `failed`: numbers of those whom scoring failed for. */
export interface ScoredRange {
  readonly people: ScoredPerson[]
  readonly failed: number[]
}

/** Scores the people of a range from what the database holds at one moment, and stores nothing. */
export function scoreRange(reader: FactReader, { version, from, to, now }: KeyRange): ScoredRange {
  return reader.db.transaction(() => {
    const maker = new RowMaker(reader, version, now)
    const scored: ScoredRange = { people: [], failed: [] }
    for (const known of peopleFacts(reader, peopleBetween(reader.db, from, to))) {
      const { person, id } = known
      try {
        scored.people.push({ person, id, ...maker.make(known).rows })
      } catch {
        // Whoever asked scores the person again, and notes why it fails.
        scored.failed.push(person)
      }
    }
    return scored
  })
}
