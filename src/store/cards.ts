import type { Blob, Db } from './db.ts'

/** The stored result of scoring one person. `search`: name and company in lower case, a line each. */
export interface CardRow {
  score: number
  stage: number
  grade: string | null
  temperature: number
  velocity: number
  surge: number
  changes_at: number | null
  email: string
  name: string | null
  company: string | null
  job_title: string | null
  search: string
}

const columns = [
  'score',
  'stage',
  'grade',
  'temperature',
  'velocity',
  'surge',
  'changes_at',
  'email',
  'name',
  'company',
  'job_title',
  'search',
] as const

const found = `SELECT ${columns} FROM card WHERE model = ? AND person = ?`
const written = `INSERT INTO card (model, person, ${columns}) VALUES (?, ?, ${columns.map(() => '?')})
  ON CONFLICT (model, person) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`)}`

export function findCard(db: Db, model: number, person: number): CardRow | undefined {
  return db.prepare<CardRow>(found).get(model, person)
}

export function writeCard(db: Db, model: number, person: number, row: CardRow): void {
  db.prepare(written).run(model, person, ...columns.map((column) => row[column]))
}

export function deleteCard(db: Db, model: number, person: number): void {
  db.prepare('DELETE FROM card WHERE model = ? AND person = ?').run(model, person)
}

export function isSameCard(a: CardRow, b: CardRow): boolean {
  return columns.every((column) => a[column] === b[column])
}

/** The next people behind an id who have a card, in the order of their ids. */
export function cardsAfter(
  db: Db,
  model: number,
  id: Uint8Array,
  limit: number,
): (CardRow & { person: number; id: Blob })[] {
  return db
    .prepare<CardRow & { person: number; id: Blob }>(
      `SELECT k.id, k.number AS person, ${columns.map((column) => `c.${column}`)}
       FROM person_key k CROSS JOIN card c ON c.model = ? AND c.person = k.number
       WHERE k.id > ? ORDER BY k.id LIMIT ?`,
    )
    .all(model, id, limit)
}
