import type { Db } from './db.ts'

/**
 * A fact of a person as it is read to be scored. `id` is in hex: a blob would cost more than the rest of the row.
 * `data` and `profile` are canonical JSON, null where empty.
 */
export interface PersonFactRow {
  key: number
  id: string
  name: number | null
  type: number
  time: number
  data: string | null
  profile: string | null
}

/** A key of a person; `id` in hex where it is the canonical one. */
export interface PersonKeyRow {
  person: number
  number: number
  text: string
  id: string | null
}

// With the list as one parameter SQLite keeps its plan; of a join with a person's number it makes a new one each time.

/** All keys of people, person by person. */
export function keysOfPeople(db: Db, people: readonly number[]): PersonKeyRow[] {
  return db
    .prepare<PersonKeyRow>(
      `SELECT k.person, k.number, k.text, CASE WHEN k.number = k.person THEN lower(hex(k.id)) END AS id
       FROM json_each(?) j CROSS JOIN person_key k ON k.person = j.value`,
    )
    .all(JSON.stringify(people))
}

/** All facts of people, person by person. */
export function factsOfPeople(db: Db, people: readonly number[]): PersonFactRow[] {
  return db
    .prepare<PersonFactRow>(
      `SELECT f.key, lower(hex(f.id)) AS id, f.name, f.type, f.time, f.data, f.profile
       FROM json_each(?) j CROSS JOIN person_key k ON k.person = j.value CROSS JOIN fact f ON f.key = k.number`,
    )
    .all(JSON.stringify(people))
}

/** All facts of keys, key by key. */
export function factsOfKeys(db: Db, keys: readonly number[]): PersonFactRow[] {
  return db
    .prepare<PersonFactRow>(
      `SELECT f.key, lower(hex(f.id)) AS id, f.name, f.type, f.time, f.data, f.profile
       FROM json_each(?) j CROSS JOIN fact f ON f.key = j.value`,
    )
    .all(JSON.stringify(keys))
}

/** The ids of people in hex, by their numbers. */
export function idsOfPeople(db: Db, people: readonly number[]): Map<number, string> {
  const rows = db
    .prepare<{ number: number; id: string }>(
      'SELECT k.number, lower(hex(k.id)) AS id FROM json_each(?) j CROSS JOIN person_key k ON k.number = j.value',
    )
    .all(JSON.stringify(people))
  return new Map(rows.map(({ number, id }) => [number, id]))
}
