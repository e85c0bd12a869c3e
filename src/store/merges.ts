import type { Db } from './db.ts'
import type { KeyRow } from './person-keys.ts'

/** Two humans whom somebody said are one, by a key of each; ms UTC. `undone_at` null: it holds. */
export interface MergeRow {
  number: number
  one: number
  other: number
  merged_at: number
  merged_by: string | null
  undone_at: number | null
  undone_by: string | null
}

const columns = 'm.number, m.one, m.other, m.merged_at, m.merged_by, m.undone_at, m.undone_by'

/** Gives its number. */
export function insertMerge(db: Db, one: number, other: number, at: number, by: string | null): number {
  return db
    .prepare<MergeRow>('INSERT INTO merge (one, other, merged_at, merged_by) VALUES (?, ?, ?, ?) RETURNING number')
    .get(one, other, at, by)!.number
}

export function findMerge(db: Db, number: number): MergeRow | undefined {
  return db.prepare<MergeRow>(`SELECT ${columns} FROM merge m WHERE m.number = ?`).get(number)
}

export function undoMerge(db: Db, number: number, at: number, by: string | null): void {
  db.prepare('UPDATE merge SET undone_at = ?, undone_by = ? WHERE number = ?').run(at, by, number)
}

/** All merges of a person, those that were undone too, the latest first. */
export function mergesOfPerson(db: Db, person: number): MergeRow[] {
  const of = (side: 'one' | 'other') =>
    `SELECT ${columns} FROM person_key k CROSS JOIN merge m ON m.${side} = k.number WHERE k.person = ?`
  return db.prepare<MergeRow>(`${of('one')} UNION ${of('other')} ORDER BY 1 DESC`).all(person, person)
}

/** All merges that hold, in the order in which they were made. */
export function mergesInForce(db: Db): MergeRow[] {
  return db.prepare<MergeRow>(`SELECT ${columns} FROM merge m WHERE m.undone_at IS NULL ORDER BY m.number`).all()
}

/** All keys of one human as they would be without merges by hand; a group has the number of its canonical key. */
export function keysOfGroup(db: Db, group: number): KeyRow[] {
  const row = 'number, person, natural'
  return db
    .prepare<KeyRow>(
      `SELECT ${row} FROM person_key WHERE natural = ?
       UNION ALL SELECT ${row} FROM person_key WHERE person = ? AND natural IS NULL ORDER BY number`,
    )
    .all(group, group)
}

/** The groups to which merges that hold lead from some keys. */
export function groupsMergedWith(db: Db, keys: readonly number[]): number[] {
  const to = (from: 'one' | 'other', side: 'one' | 'other') =>
    `SELECT coalesce(k.natural, k.person) AS person FROM json_each(?) j
     CROSS JOIN merge m ON m.${from} = j.value AND m.undone_at IS NULL CROSS JOIN person_key k ON k.number = m.${side}`
  const asked = JSON.stringify(keys)
  return db
    .prepare<KeyRow>(`${to('one', 'other')} UNION ${to('other', 'one')}`)
    .all(asked, asked)
    .map(({ person }) => person)
}

/** All keys of one group become those of another. */
export function joinGroup(db: Db, from: number, to: number): void {
  db.prepare('UPDATE person_key SET natural = ? WHERE natural = ?').run(to, from)
  db.prepare('UPDATE person_key SET natural = ? WHERE person = ? AND natural IS NULL').run(to, from)
}
