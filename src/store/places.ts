import type { Db, Value } from './db.ts'
import { rowWriter } from './write-rows.ts'

/**
 * Where a person stands in the ranking of a webinar: what it is ordered by, then what filters ask. Points and score are
 * negated; `email` is '' when none is known; `id` in hex; flags are 0 or 1.
 */
export interface PlaceRow {
  webinar: number
  points_down: number
  score_down: number
  email: string
  id: string
  person: number
  stage: number
  temperature: number
  attended: number
  replayed: number
  no_show: number
}

const key = ['webinar', 'points_down', 'score_down', 'email', 'id'] as const
const filters = ['stage', 'temperature', 'attended', 'replayed', 'no_show'] as const

const write = rowWriter({
  table: 'place',
  key: ['model', ...key],
  rest: ['person', ...filters],
  bound: { id: 'unhex(?)' },
})
const deleted = `DELETE FROM place
  WHERE model = ? AND webinar = ? AND points_down = ? AND score_down = ? AND email = ? AND id = unhex(?)`

export function writePlaces(db: Db, model: number, rows: readonly PlaceRow[]): void {
  const values: Value[] = []
  for (const row of rows) {
    const { webinar, points_down, score_down, email, id, person, stage, temperature, attended, replayed, no_show } = row
    values.push(model, webinar, points_down, score_down, email, id, person)
    values.push(stage, temperature, attended, replayed, no_show)
  }
  write(db, values)
}

export function deletePlace(db: Db, model: number, row: PlaceRow): void {
  const { webinar, points_down, score_down, email, id } = row
  db.prepare(deleted).run(model, webinar, points_down, score_down, email, id)
}

export function hasSamePlace(a: PlaceRow, b: PlaceRow): boolean {
  return key.every((column) => a[column] === b[column])
}

export function isSamePlace(a: PlaceRow, b: PlaceRow): boolean {
  return hasSamePlace(a, b) && filters.every((column) => a[column] === b[column])
}

/** The order of the rankings by points, as the database keeps them. */
export function comparePlaces(a: PlaceRow, b: PlaceRow): number {
  return (
    a.webinar - b.webinar ||
    a.points_down - b.points_down ||
    a.score_down - b.score_down ||
    (a.email < b.email ? -1 : a.email > b.email ? 1 : a.id < b.id ? -1 : 1)
  )
}
