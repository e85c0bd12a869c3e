import { numberOfType } from '../../../src/store/fact-type.ts'
import { openBare } from '../bare-table.ts'

/** What a peer is handed. `most`: so many people, for one that would take hours for all. */
export interface PeerTask {
  database: string
  folder: string
  most: number
}

/** `points`: their sum over the first `most` people, by which the peers are compared. */
export interface PeerResult {
  people: number
  points: number
  seconds: number
}

/**
 * The small part of the scoring that others can be asked for without writing Ripen again in them: from the seconds
 * between first join and last leave, polls, the longest visit and mails opened to a sum of points.
 */
export const limits = { whole: 3_240, part: 600, longVisit: 150 }
export const points = { whole: 20, part: 12, brief: 6, poll: 5, longVisit: 5, mail: 5 }

export const types = {
  joined: numberOfType('webinar.joined'),
  left: numberOfType('webinar.left'),
  poll: numberOfType('poll.answered'),
  visit: numberOfType('visit.ended'),
  mail: numberOfType('email.opened'),
}

export interface PeerFact {
  person: number
  type: number
  time: number
  data: string | null
}

/** All facts, person by person. */
export function* factsByPerson(database: string): Generator<PeerFact> {
  const db = openBare(database)
  yield* db
    .prepare<[], PeerFact>(
      `SELECT k.person, f.type, f.time, f.data FROM person_key k CROSS JOIN fact f ON f.key = k.number
       ORDER BY k.person`,
    )
    .iterate()
  db.close()
}
