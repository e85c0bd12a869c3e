import type { Blob, Db } from './db.ts'

/** A key as stored. `person` is the number of the canonical key of the human whose key it is. */
export interface KeyRow {
  number: number
  person: number
}

export function findKey(db: Db, id: Uint8Array): KeyRow | undefined {
  return db.prepare<KeyRow>('SELECT number, person FROM person_key WHERE id = ?').get(id)
}

/** The greatest number of a key, 0 when there is none. */
export function lastKey(db: Db): number {
  return db.prepare<{ last: number }>('SELECT ifnull(max(number), 0) AS last FROM person_key').get()!.last
}

export function insertKey(db: Db, { number, person }: KeyRow, id: Uint8Array, text: string): void {
  db.prepare('INSERT INTO person_key (number, id, text, person) VALUES (?, ?, ?, ?)').run(number, id, text, person)
}

export function textOfKey(db: Db, number: number): string {
  return db.prepare<{ text: string }>('SELECT text FROM person_key WHERE number = ?').get(number)!.text
}

export function idOfKey(db: Db, number: number): Blob {
  return db.prepare<{ id: Blob }>('SELECT id FROM person_key WHERE number = ?').get(number)!.id
}

export function personOfKey(db: Db, number: number): number {
  return db.prepare<KeyRow>('SELECT number, person FROM person_key WHERE number = ?').get(number)!.person
}

/** All keys of one human become those of another, at a moment until which it is remembered whose they were. */
export function mergePerson(db: Db, from: number, to: number, at: number): void {
  db.prepare(
    `INSERT INTO key_was (key, until, person) SELECT number, ?, person FROM person_key WHERE person = ?
     ON CONFLICT DO NOTHING`,
  ).run(at, from)
  db.prepare('UPDATE person_key SET person = ? WHERE person = ?').run(to, from)
}

/** The next people after `person`, in ascending order. */
export function peopleAfter(db: Db, person: number, limit: number): number[] {
  return db
    .prepare<{ person: number }>('SELECT DISTINCT person FROM person_key WHERE person > ? ORDER BY person LIMIT +?')
    .all(person, limit)
    .map((row) => row.person)
}

export function countPeople(db: Db): number {
  return db.prepare<{ count: number }>('SELECT count(*) AS count FROM person_key WHERE person = number').get()!.count
}
