import type { Db, Value } from './db.ts'
import { rowWriter } from './write-rows.ts'

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
  /** Last active, ms UTC; later than now while it goes on. */
  last_at: number | null
  no_mail: number
  staff: number
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
  'last_at',
  'no_mail',
  'staff',
] as const

const found = `SELECT ${columns} FROM card WHERE model = ? AND person = ?`
const ofPeople = `SELECT c.person, ${columns.map((column) => `c.${column}`)}
  FROM json_each(?) j CROSS JOIN card c ON c.model = +? AND c.person = j.value`
const write = rowWriter({ table: 'card', key: ['model', 'person'], rest: columns })

export function findCard(db: Db, model: number, person: number): CardRow | undefined {
  return db.prepare<CardRow>(found).get(model, person)
}

export function cardsOfPeople(db: Db, model: number, people: readonly number[]): (CardRow & { person: number })[] {
  return db.prepare<CardRow & { person: number }>(ofPeople).all(JSON.stringify(people), model)
}

/** Writes the cards of people. */
export function writeCards(db: Db, model: number, cards: ReadonlyMap<number, CardRow>): void {
  const values: Value[] = []
  for (const [person, row] of cards) {
    const { score, stage, grade, temperature, velocity, surge, changes_at } = row
    const { email, name, company, job_title, search, last_at, no_mail, staff } = row
    values.push(model, person, score, stage, grade, temperature, velocity, surge, changes_at)
    values.push(email, name, company, job_title, search, last_at, no_mail, staff)
  }
  write(db, values)
}

export function deleteCard(db: Db, model: number, person: number): void {
  db.prepare('DELETE FROM card WHERE model = ? AND person = ?').run(model, person)
}

/** A card that is not made anew when its moment comes. */
export function stopClock(db: Db, model: number, person: number): void {
  db.prepare('UPDATE card SET changes_at = NULL WHERE model = ? AND person = ?').run(model, person)
}

export function isSameCard(a: CardRow, b: CardRow): boolean {
  return columns.every((column) => a[column] === b[column])
}

/** Whether anybody between two people, both included, has a card. */
export function isAnyCard(db: Db, model: number, from: number, to: number): boolean {
  const any = db.prepare('SELECT person FROM card WHERE model = ? AND person BETWEEN ? AND ? LIMIT 1')
  return any.get(model, from, to) !== undefined
}

/** The next people behind one who have a card, in the order of their numbers. */
export function peopleWithCard(db: Db, model: number, person: number, limit: number): number[] {
  return db
    .prepare<{ person: number }>('SELECT person FROM card WHERE model = ? AND person > ? ORDER BY person LIMIT +?')
    .all(model, person, limit)
    .map((card) => card.person)
}
