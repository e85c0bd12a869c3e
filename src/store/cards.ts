import type { Db } from './db.ts'

/** The stored result of scoring one person. `profile` is JSON; `search`: name and company in lower case, a line each. */
export interface CardRow {
  score: number
  stage: number
  grade: string | null
  temperature: number
  velocity: number
  surge: number
  changes_at: number | null
  email: string
  profile: string
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
  'profile',
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

/** The next people after `person` who have a card, by number. */
export function cardsAfter(db: Db, model: number, person: number, limit: number): (CardRow & { person: number })[] {
  return db
    .prepare<CardRow & { person: number }>(
      `SELECT person, ${columns} FROM card WHERE model = ? AND person > ? ORDER BY person LIMIT ?`,
    )
    .all(model, person, limit)
}

export function countCards(db: Db, model: number): number {
  return db.prepare<{ count: number }>('SELECT count(*) AS count FROM card WHERE model = ?').get(model)!.count
}
