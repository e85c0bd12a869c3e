import type { Db, Value } from './db.ts'
import { rowWriter } from './write-rows.ts'

/** One person in one webinar. Points are negated; `detail` is JSON; flags are 0 or 1; `live_ms`, `buying`: see the migrations. */
export interface StandingRow {
  webinar: number
  points_down: number
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
  buying: number
  detail: string
}

const columns = [
  'webinar',
  'points_down',
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
  'buying',
  'detail',
] as const

const ofPeople = `SELECT s.person, ${columns.map((column) => `s.${column}`)}
  FROM json_each(?) j CROSS JOIN standing s ON s.model = +? AND s.person = j.value`
const [webinar, ...rest] = columns
const write = rowWriter({ table: 'standing', key: ['model', 'person', webinar], rest })

export function standingsOfPeople(
  db: Db,
  model: number,
  people: readonly number[],
): (StandingRow & { person: number })[] {
  return db.prepare<StandingRow & { person: number }>(ofPeople).all(JSON.stringify(people), model)
}

/** Which of some people have a standing in a webinar. */
export function peopleWithStanding(db: Db, model: number, webinar: number, people: readonly number[]): number[] {
  const sql = `SELECT s.person FROM json_each(?) j
    CROSS JOIN standing s ON s.model = ? AND s.person = j.value AND s.webinar = ?`
  return db
    .prepare<{ person: number }>(sql)
    .all(JSON.stringify(people), model, webinar)
    .map(({ person }) => person)
}

/** Writes standings, each with the person whose it is. */
export function writeStandings(db: Db, model: number, standings: readonly [number, StandingRow][]): void {
  const values: Value[] = []
  for (const [person, row] of standings) {
    const { webinar, points_down, registered, attended, replayed, no_show, took_part } = row
    const { stayed, in_room, live_ms, questions, poll_answers, buying, detail } = row
    values.push(model, person, webinar, points_down, registered, attended, replayed, no_show, took_part)
    values.push(stayed, in_room, live_ms, questions, poll_answers, buying, detail)
  }
  write(db, values)
}

export function deleteStanding(db: Db, model: number, person: number, webinar: number): void {
  db.prepare('DELETE FROM standing WHERE model = ? AND person = ? AND webinar = ?').run(model, person, webinar)
}

export function isSameStanding(a: StandingRow, b: StandingRow): boolean {
  return columns.every((column) => a[column] === b[column])
}
