import type { Db } from './db.ts'

/** What of a card everybody is counted by, with the person's number. */
export interface CountedCard {
  person: number
  score: number
  stage: number
  temperature: number
  grade: string | null
  email: string
  company: string | null
}

/** The next people behind one who have a card, in the order of their numbers. */
export function cardsBehind(db: Db, model: number, person: number, limit: number): CountedCard[] {
  return db
    .prepare<CountedCard>(
      `SELECT person, score, stage, temperature, grade, email, company FROM card
       WHERE model = ? AND person > ? ORDER BY person LIMIT +?`,
    )
    .all(model, person, limit)
}

/** All e-mail addresses by which people are known as keys, in the order in which they became known. */
export function addressesOfPeople(db: Db, people: readonly number[]): { person: number; email: string }[] {
  return db
    .prepare<{ person: number; email: string }>(
      `SELECT k.person, substr(k.text, 3) AS email FROM json_each(?) j CROSS JOIN person_key k ON k.person = j.value
       WHERE substr(k.text, 1, 2) = 'e:'`,
    )
    .all(JSON.stringify(people))
}
