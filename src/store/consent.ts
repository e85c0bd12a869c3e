import type { Db } from './db.ts'
import type { PersonFactRow } from './person-facts.ts'

/** A fact about consent, with the number of the person who was asked for. */
export interface ConsentFactRow extends Omit<PersonFactRow, 'key'> {
  asked: number
}

/**
 * What is known of the consent of people, found by an index of such facts alone. A number by which a person once went
 * finds what is known of whom it was merged into.
 */
export function consentFacts(db: Db, people: readonly number[]): ConsentFactRow[] {
  return db
    .prepare<ConsentFactRow>(
      `SELECT j.value AS asked, lower(hex(f.id)) AS id, f.name, f.type, f.time, f.data, f.profile
       FROM json_each(?) j CROSS JOIN person_key o ON o.number = j.value CROSS JOIN person_key k ON k.person = o.person
       CROSS JOIN fact f INDEXED BY fact_of_consent ON f.key = k.number AND f.type IN (35, 36, 45)`,
    )
    .all(JSON.stringify(people))
}

/**
 * The next keys behind one of which a fact about consent is known, and the numbers of all keys of the people whose they
 * are.
 */
export function keysOfConsent(db: Db, behind: number, limit: number): { key: number; number: number }[] {
  return db
    .prepare<{ key: number; number: number }>(
      `SELECT f.key, a.number FROM (SELECT DISTINCT key FROM fact INDEXED BY fact_of_consent
         WHERE type IN (35, 36, 45) AND key > ? ORDER BY key LIMIT +?) f
       CROSS JOIN person_key k ON k.number = f.key CROSS JOIN person_key a ON a.person = k.person ORDER BY f.key`,
    )
    .all(behind, limit)
}
