import type { Db } from './db.ts'
import type { StandingRow } from './standings.ts'

/** The presence of those of some people who were in the room of a webinar, as far as it is stored. */
export type PresenceRow = Pick<StandingRow, 'in_room' | 'questions' | 'poll_answers' | 'buying' | 'detail'>

const ofPeople = `SELECT s.in_room, s.questions, s.poll_answers, s.buying, s.detail
  FROM json_each(?) j CROSS JOIN standing s ON s.model = ? AND s.person = j.value AND s.webinar = ?
  WHERE s.attended = 1`

export function presencesOfPeople(db: Db, model: number, webinar: number, people: readonly number[]): PresenceRow[] {
  return db.prepare<PresenceRow>(ofPeople).all(JSON.stringify(people), model, webinar)
}
