import type { Blob, Db } from './db.ts'

/**
 * A key as stored. `person` is the number of the canonical key of the human whose key it is. `natural`: the same without
 * merges by hand; null where there are none, so that it is `person`.
 */
export interface KeyRow {
  number: number
  person: number
  natural: number | null
}

const columns = 'number, person, natural'
const byId = `SELECT ${columns} FROM person_key WHERE id = ?`
const byNumber = `SELECT ${columns} FROM person_key WHERE number = ?`

export function findKey(db: Db, id: Uint8Array): KeyRow | undefined {
  return db.prepare<KeyRow>(byId).get(id)
}

/** The greatest number of a key, 0 when there is none. */
export function lastKey(db: Db): number {
  return db.prepare<{ last: number }>('SELECT ifnull(max(number), 0) AS last FROM person_key').get()!.last
}

export function insertKey(db: Db, { number, person, natural }: KeyRow, id: Uint8Array, text: string): void {
  db.prepare('INSERT INTO person_key (number, id, text, person, natural) VALUES (?, ?, ?, ?, ?)').run(
    ...[number, id, text, person, natural],
  )
}

export function keyOfNumber(db: Db, number: number): KeyRow {
  return db.prepare<KeyRow>(byNumber).get(number)!
}

export function textOfKey(db: Db, number: number): string {
  return db.prepare<{ text: string }>('SELECT text FROM person_key WHERE number = ?').get(number)!.text
}

export function idOfKey(db: Db, number: number): Blob {
  return db.prepare<{ id: Blob }>('SELECT id FROM person_key WHERE number = ?').get(number)!.id
}

export function personOfKey(db: Db, number: number): number {
  return keyOfNumber(db, number).person
}

/** All keys of one human become those of another, at a moment until which it is remembered whose they were. */
export function mergePerson(db: Db, from: number, to: number, at: number): void {
  db.prepare(
    `INSERT INTO key_was (key, until, person) SELECT number, ?, person FROM person_key WHERE person = ?
     ON CONFLICT DO NOTHING`,
  ).run(at, from)
  db.prepare('UPDATE person_key SET person = ? WHERE person = ?').run(to, from)
}

/** One key becomes another human's, at a moment until which it is remembered whose it was. */
export function moveKey(db: Db, { number, person, natural }: KeyRow, was: KeyRow, at: number): void {
  if (was.person !== person)
    db.prepare('INSERT INTO key_was (key, until, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
      ...[number, at, was.person],
    )
  db.prepare('UPDATE person_key SET person = ?, natural = ? WHERE number = ?').run(person, natural, number)
}

/** The next people after `person`, in ascending order. */
export function peopleAfter(db: Db, person: number, limit: number): number[] {
  return db
    .prepare<{ person: number }>('SELECT DISTINCT person FROM person_key WHERE person > ? ORDER BY person LIMIT +?')
    .all(person, limit)
    .map((row) => row.person)
}

/** The people whose number is above `from` and not above `to`, in ascending order. */
export function peopleBetween(db: Db, from: number, to: number): number[] {
  return db
    .prepare<{ person: number }>(
      'SELECT DISTINCT person FROM person_key WHERE person > ? AND person <= ? ORDER BY person',
    )
    .all(from, to)
    .map((row) => row.person)
}

export function countPeople(db: Db): number {
  return db.prepare<{ count: number }>('SELECT count(*) AS count FROM person_key WHERE person = number').get()!.count
}
