import { type Blob, bytesOf, type Db } from './db.ts'
import { type FactRow, factsOfStay, findFact } from './facts.ts'

/**
 * What somebody said of a stay in a room (ten bytes), or of a fact that belongs to none (its sixteen): by `key`, made for
 * it, it is a person's. Ms UTC; `undone_at` null: it holds.
 */
export interface StayTieRow {
  number: number
  stay: Uint8Array
  key: number
  tied_at: number
  tied_by: string | null
  undone_at: number | null
  undone_by: string | null
}

const columns = 'number, stay, key, tied_at, tied_by, undone_at, undone_by'
const inForce = `SELECT ${columns} FROM stay_tie WHERE stay = ? AND undone_at IS NULL`

/** The tie of a stay that holds. */
export function findTie(db: Db, stay: Uint8Array): StayTieRow | undefined {
  const row = db.prepare<StayTieRow & { stay: Blob }>(inForce).get(stay)
  return row && { ...row, stay: bytesOf(row.stay) }
}

export function insertTie(db: Db, stay: Uint8Array, key: number, at: number, by: string | null): void {
  db.prepare('INSERT INTO stay_tie (stay, key, tied_at, tied_by) VALUES (?, ?, ?, ?)').run(stay, key, at, by)
}

export function undoTie(db: Db, number: number, at: number, by: string | null): void {
  db.prepare('UPDATE stay_tie SET undone_at = ?, undone_by = ? WHERE number = ?').run(at, by, number)
}

/** The facts of what can be tied: of a stay all, else the one. */
export function factsOfTied(db: Db, stay: Uint8Array): FactRow[] {
  if (stay[0]! & 0x80) return factsOfStay(db, stay)
  const fact = findFact(db, stay)
  return fact ? [fact] : []
}

/** All ties that hold, in the order in which they were made. */
export function tiesInForce(db: Db): StayTieRow[] {
  return db
    .prepare<StayTieRow & { stay: Blob }>(`SELECT ${columns} FROM stay_tie WHERE undone_at IS NULL ORDER BY number`)
    .all()
    .map((row) => ({ ...row, stay: bytesOf(row.stay) }))
}
