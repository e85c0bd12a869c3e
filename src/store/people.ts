import type { CardRow } from './cards.ts'
import type { Blob, Db, Value } from './db.ts'
import { type PeopleSearch, wantedOf } from './people-wanted.ts'

/** Somebody's card with who it is. */
export interface ListedCard extends Omit<CardRow, 'search' | 'surge' | 'changes_at' | 'staff'> {
  person: number
  id: Blob
  score_down: number
}

/** A place in the order by score, e-mail and id. `id` null: behind all who are level. */
export interface PeopleKey {
  score_down: number
  email: string
  id: Uint8Array | null
}

/** A part of the order: behind one place (null: from the top) as far as another (null: to the end). */
export interface Stretch {
  after: PeopleKey | null
  upTo: PeopleKey | null
}

// Everybody is found by the list; who had to do with a webinar by its places, for these may be few. Theirs are in the
// order by score alone, so who has the same score stays in one stretch.
const ways = {
  everybody: {
    from: 'listing p',
    own: 'p.model = ?',
    email: 'p.email',
    key: 'p.score_down, p.email',
  },
  webinar: {
    from: 'place p INDEXED BY place_by_score',
    own: 'p.model = ? AND p.webinar = ?',
    email: "''",
    key: 'p.score_down',
  },
}

const ofCard = `c.score, c.stage, c.grade, c.temperature, c.velocity, c.email, c.name, c.company, c.job_title, c.last_at,
  c.no_mail`

/** Where a stretch ends in which so many are looked at; null: with the last of all. */
export function endOfStretch(db: Db, search: PeopleSearch, after: PeopleKey | null, looked: number): PeopleKey | null {
  const { from, own, email, key } = wayOf(search)
  const behind = after ? `AND (${key}) > (${marks(key)})` : ''
  const sql = `SELECT p.score_down, ${email} AS email FROM ${from} WHERE ${own} ${behind} ORDER BY ${key} LIMIT 1 OFFSET +?`
  const found = db
    .prepare<Omit<PeopleKey, 'id'>>(sql)
    .get(...ownOf(search), ...(after ? keyOf(search, after) : []), looked)
  return found ? { ...found, id: null } : null
}

/** Who is found in a stretch, in the order. */
export function peopleInStretch(db: Db, search: PeopleSearch, stretch: Stretch, limit: number): ListedCard[] {
  const { text, values } = within(search, stretch, 'shown')
  const sql = `SELECT p.person, p.id, p.score_down, ${ofCard} ${text} ORDER BY p.score_down, p.email, p.id LIMIT +?`
  return db.prepare<ListedCard>(sql).all(...values, limit)
}

/** Their numbers alone. */
export function numbersInStretch(db: Db, search: PeopleSearch, stretch: Stretch): number[] {
  const { text, values } = within(search, stretch)
  const sql = `SELECT p.person ${text} ORDER BY p.score_down, p.email, p.id`
  return db
    .prepare<{ person: number }>(sql)
    .all(...values)
    .map(({ person }) => person)
}

/** How many they are. */
export function countInStretch(db: Db, search: PeopleSearch, stretch: Stretch): number {
  const { text, values } = within(search, stretch)
  return db.prepare<{ count: number }>(`SELECT count(*) AS count ${text}`).get(...values)!.count
}

/** Whether each card has to be looked up; else the index tells all. */
export function needsCards(search: PeopleSearch): boolean {
  return wantedOf(search).conditions.some((condition) => condition.includes('c.'))
}

/** The cards of a handful of people, in the order in which they are asked for. */
export function listedCards(db: Db, model: number, people: readonly number[]): ListedCard[] {
  const sql = `SELECT c.person, k.id, 0 - c.score AS score_down, ${ofCard}
    FROM json_each(?) j CROSS JOIN card c ON c.model = +? AND c.person = j.value CROSS JOIN person_key k ON k.number = c.person ORDER BY j.key`
  return db.prepare<ListedCard>(sql).all(JSON.stringify(people), model)
}

function wayOf({ webinar }: PeopleSearch) {
  return webinar === null ? ways.everybody : ways.webinar
}

function ownOf({ model, webinar }: PeopleSearch): Value[] {
  return webinar === null ? [model] : [model, webinar]
}

function keyOf({ webinar }: PeopleSearch, { score_down, email }: PeopleKey): Value[] {
  return webinar === null ? [score_down, email] : [score_down]
}

function marks(columns: string): string {
  return columns.replace(/[\w.]+/g, '?')
}

/** Cards are looked up only where the filters need them or they are shown. */
function within(search: PeopleSearch, { after, upTo }: Stretch, cards?: 'shown'): { text: string; values: Value[] } {
  const { from, own, key } = wayOf(search)
  const conditions = [own]
  const values = ownOf(search)
  if (upTo) {
    conditions.push(`(${key}) <= (${marks(key)})`)
    values.push(...keyOf(search, upTo))
  }
  if (after) {
    conditions.push(`(${key}) ${after.id ? '>=' : '>'} (${marks(key)})`)
    values.push(...keyOf(search, after))
  }
  if (after?.id) {
    conditions.push('(p.score_down, p.email, p.id) > (?, ?, ?)')
    values.push(after.score_down, after.email, after.id)
  }
  const wanted = wantedOf(search)
  const where = [...conditions, ...wanted.conditions].join(' AND ')
  const isCardNeeded = cards === 'shown' || where.includes('c.')
  const card = isCardNeeded ? 'CROSS JOIN card c ON c.model = p.model AND c.person = p.person' : ''
  return { text: `FROM ${from} ${card} WHERE ${where}`, values: [...values, ...wanted.values] }
}
