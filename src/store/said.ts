import type { Db } from './db.ts'
import type { PersonFactRow } from './person-facts.ts'

/** A fact with somebody's own words. `person` null: nobody knows whose they are. */
export interface SaidRow extends Omit<PersonFactRow, 'key'> {
  number: number
  person: number | null
}

// The condition is that of the index, word by word, or the index would not be used.
const said = `f.name IS NOT NULL AND (
  f.type IN (19, 20, 21, 22)
  OR (f.type = 18 AND instr(f.data, '"open":true') > 0)
  OR (f.type = 8 AND (instr(f.data, '"question"') > 0 OR instr(f.profile, '"attributes"') > 0))
)`

/** What was said under a webinar name, the latest stored first, so many facts before (and without) one of them. */
export function saidBefore(db: Db, name: number, number: number, limit: number): SaidRow[] {
  const sql = `SELECT f.number, k.person, lower(hex(f.id)) AS id, f.name, f.type, f.time, f.data, f.profile
    FROM fact f INDEXED BY fact_said LEFT JOIN person_key k ON k.number = f.key
    WHERE f.name = ? AND f.number < ? AND ${said} ORDER BY f.number DESC LIMIT +?`
  return db.prepare<SaidRow>(sql).all(name, number, limit)
}
