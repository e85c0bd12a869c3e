import { type Blob, bytesOf, type Db } from './db.ts'

/** One person in the ranking of one webinar. Points and score are negated; `detail` is JSON; flags are 0 or 1; `email` is '' when none is known. */
export interface StandingRow {
  webinar: number
  points_down: number
  score_down: number
  email: string
  id: Blob
  stage: number
  temperature: number
  registered: number
  attended: number
  replayed: number
  no_show: number
  took_part: number
  stayed: number
  in_room: number
  live_ms: number
  questions: number
  poll_answers: number
  detail: string
}

const columns = [
  'webinar',
  'points_down',
  'score_down',
  'email',
  'id',
  'stage',
  'temperature',
  'registered',
  'attended',
  'replayed',
  'no_show',
  'took_part',
  'stayed',
  'in_room',
  'live_ms',
  'questions',
  'poll_answers',
  'detail',
] as const

const ofPerson = `SELECT ${columns} FROM standing WHERE model = ? AND person = ?`
const written = `INSERT INTO standing (model, person, ${columns}) VALUES (?, ?, ${columns.map(() => '?')})
  ON CONFLICT (model, person, webinar) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`)}`

export function standingsOfPerson(db: Db, model: number, person: number): StandingRow[] {
  return db.prepare<StandingRow>(ofPerson).all(model, person)
}

export function writeStanding(db: Db, model: number, person: number, row: StandingRow): void {
  db.prepare(written).run(model, person, ...columns.map((column) => (column === 'id' ? bytesOf(row.id) : row[column])))
}

export function deleteStanding(db: Db, model: number, person: number, webinar: number): void {
  db.prepare('DELETE FROM standing WHERE model = ? AND person = ? AND webinar = ?').run(model, person, webinar)
}

export function isSameStanding(a: StandingRow, b: StandingRow): boolean {
  const one = bytesOf(a.id)
  const other = bytesOf(b.id)
  return (
    columns.every((column) => column === 'id' || a[column] === b[column]) && one.every((byte, at) => byte === other[at])
  )
}
