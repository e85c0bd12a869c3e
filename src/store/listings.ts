import type { Db, Value } from './db.ts'
import { rowWriter } from './write-rows.ts'

/**
 * Where a person stands in the list of people: what it is ordered by, then what filters ask. The score is negated; `email`
 * is '' when none is known; `id` in hex.
 */
export interface ListingRow {
  score_down: number
  email: string
  id: string
  person: number
  stage: number
  temperature: number
  grade: string | null
}

const key = ['score_down', 'email', 'id'] as const
const filters = ['stage', 'temperature', 'grade'] as const

const write = rowWriter({
  table: 'listing',
  key: ['model', ...key],
  rest: ['person', ...filters],
  bound: { id: 'unhex(?)' },
})

export function writeListings(db: Db, model: number, rows: readonly ListingRow[]): void {
  const values: Value[] = []
  for (const { score_down, email, id, person, stage, temperature, grade } of rows)
    values.push(model, score_down, email, id, person, stage, temperature, grade)
  write(db, values)
}

export function deleteListing(db: Db, model: number, { score_down, email, id }: ListingRow): void {
  db.prepare('DELETE FROM listing WHERE model = ? AND score_down = ? AND email = ? AND id = unhex(?)').run(
    model,
    score_down,
    email,
    id,
  )
}

export function hasSameListing(a: ListingRow, b: ListingRow): boolean {
  return key.every((column) => a[column] === b[column])
}

export function isSameListing(a: ListingRow | null, b: ListingRow | null): boolean {
  if (!a || !b) return a === b
  return hasSameListing(a, b) && filters.every((column) => a[column] === b[column])
}

/** The order of the list of people, as the database keeps it. */
export function compareListings(a: ListingRow, b: ListingRow): number {
  return a.score_down - b.score_down || (a.email < b.email ? -1 : a.email > b.email ? 1 : a.id < b.id ? -1 : 1)
}
