import type { WaitedFor } from '../domain/alert/waits.ts'
import type { Blob, Db } from './db.ts'

/** An alert as stored; `person` is the number of a key of theirs, `detail` JSON, times ms UTC. */
export interface AlertRow {
  number: number
  id: string
  rule: number
  person: number
  about: string
  fact: Blob
  webinar: string | null
  at: number
  raisedAt: number
  detail: string
  takenAt: number | null
  takenBy: string | null
}

export type NewAlert = Omit<AlertRow, 'number' | 'takenAt' | 'takenBy'>

const columns = `number, id, rule, person, about, fact, webinar, at, raised_at AS raisedAt, detail, taken_at AS takenAt,
  taken_by AS takenBy`

/** Its number; null where its rule has told of that already. */
export function insertAlert(db: Db, alert: NewAlert): number | null {
  const { id, rule, person, about, fact, webinar, at, raisedAt, detail } = alert
  const inserted = db
    .prepare<{ number: number }>(
      `INSERT INTO alert (id, rule, person, about, fact, webinar, at, raised_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING number`,
    )
    .get(id, rule, person, about, fact as Uint8Array, webinar, at, raisedAt, detail)
  return inserted?.number ?? null
}

/** What rules have told of people: pairs of rule and `about`. */
export function toldOfPeople(db: Db, people: readonly number[]): Pick<AlertRow, 'rule' | 'person' | 'about'>[] {
  return db
    .prepare<Pick<AlertRow, 'rule' | 'person' | 'about'>>(
      'SELECT a.rule, a.person, a.about FROM json_each(?) j CROSS JOIN alert a ON a.person = j.value',
    )
    .all(JSON.stringify(people))
}

export function findAlert(db: Db, id: string): AlertRow | undefined {
  return db.prepare<AlertRow>(`SELECT ${columns} FROM alert WHERE id = ?`).get(id)
}

export function alertsOfNumbers(db: Db, numbers: readonly number[]): AlertRow[] {
  return db
    .prepare<AlertRow>(`SELECT ${columns} FROM alert WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`)
    .all(JSON.stringify(numbers))
}

/** Which alerts are asked for. `before`: only those with a smaller number. */
export interface AlertsAsked {
  untaken: boolean
  takenBy: string | null
  rule: number | null
  webinar: string | null
  people: readonly number[] | null
  since: number
  before: number
  limit: number
}

/** The newest first. */
export function listAlerts(db: Db, asked: AlertsAsked): AlertRow[] {
  const { untaken, takenBy, rule, webinar, people, since, before, limit } = asked
  return db
    .prepare<AlertRow>(
      `SELECT ${columns} FROM alert WHERE number < ? AND raised_at >= ? ${untaken ? 'AND taken_at IS NULL' : ''}
       ${takenBy === null ? '' : 'AND taken_by = ?'} ${rule === null ? '' : 'AND rule = ?'} ${webinar === null ? '' : 'AND webinar = ?'}
       ${people === null ? '' : 'AND person IN (SELECT value FROM json_each(?))'}
       ORDER BY number DESC LIMIT +?`,
    )
    .all(
      ...[before, since],
      ...(takenBy === null ? [] : [takenBy]),
      ...(rule === null ? [] : [rule]),
      ...(webinar === null ? [] : [webinar]),
      ...(people === null ? [] : [JSON.stringify(people)]),
      limit,
    )
}

/** Takes all alerts of people, given by their keys, that nobody has taken. */
export function takeAlerts(db: Db, people: readonly number[], at: number, by: string): void {
  db.prepare(
    `UPDATE alert SET taken_at = ?, taken_by = ?
     WHERE taken_at IS NULL AND person IN (SELECT value FROM json_each(?))`,
  ).run(at, by, JSON.stringify(people))
}

/** Gives alerts of people back, given by their keys, that were taken together. */
export function releaseAlerts(db: Db, people: readonly number[], { takenAt, takenBy }: AlertRow): void {
  db.prepare(
    `UPDATE alert SET taken_at = NULL, taken_by = NULL
     WHERE taken_at = ? AND taken_by = ? AND person IN (SELECT value FROM json_each(?))`,
  ).run(takenAt, takenBy, JSON.stringify(people))
}

/** Alerts raised since a moment and when they were taken, each with whose it is now; the last ten thousand in their order. */
export function waitedForSince(db: Db, since: number): WaitedFor[] {
  return db
    .prepare<WaitedFor>(
      `SELECT a.number AS alert, k.person, a.raised_at AS raisedAt, a.taken_at AS takenAt
       FROM alert a JOIN person_key k ON k.number = a.person WHERE a.raised_at >= ? ORDER BY a.number DESC LIMIT 10000`,
    )
    .all(since)
    .reverse()
}

/** How many people wait of whom nobody has taken an alert, and the id of the newest alert of all; null: there is none. */
export function untakenAlerts(db: Db): { untaken: number; newest: string | null } {
  return db
    .prepare<{ untaken: number; newest: string | null }>(
      `SELECT (SELECT count(DISTINCT k.person) FROM alert a JOIN person_key k ON k.number = a.person
         WHERE a.taken_at IS NULL) AS untaken,
       (SELECT id FROM alert ORDER BY number DESC LIMIT 1) AS newest`,
    )
    .get()!
}

/** The newest alert's number; 0: there is none. */
export function lastAlert(db: Db): number {
  return db.prepare<{ last: number | null }>('SELECT max(number) AS last FROM alert').get()!.last ?? 0
}

/** How facts came, by their ids in hex. `quiet`: no alert may follow. `asked`: alerts were asked for with them. */
export function arrivalsOf(db: Db, facts: readonly string[]) {
  return db
    .prepare<{ id: string; time: number; receivedAt: number; quiet: number; asked: number }>(
      `SELECT j.value AS id, f.time, f.time + f.received_after AS receivedAt, q.fact IS NOT NULL AS quiet,
         a.fact IS NOT NULL AS asked
       FROM json_each(?) j CROSS JOIN fact f ON f.id = unhex(j.value) LEFT JOIN quiet_fact q ON q.fact = f.number
       LEFT JOIN asked_fact a ON a.fact = f.number`,
    )
    .all(JSON.stringify(facts))
}

/** The fact of a person that came last, in hex. */
export function lastArrived(db: Db, person: number): string | null {
  return (
    db
      .prepare<{ id: string }>(
        `SELECT lower(hex(f.id)) AS id FROM person_key k CROSS JOIN fact f ON f.key = k.number WHERE k.person = ?
         ORDER BY f.time + f.received_after DESC, f.number DESC LIMIT 1`,
      )
      .get(person)?.id ?? null
  )
}

export function insertQuietFact(db: Db, fact: number): void {
  db.prepare('INSERT INTO quiet_fact (fact) VALUES (?) ON CONFLICT DO NOTHING').run(fact)
}

export function insertAskedFact(db: Db, fact: number): void {
  db.prepare('INSERT INTO asked_fact (fact) VALUES (?) ON CONFLICT DO NOTHING').run(fact)
}

/** Whether alerts were ever asked for with an import. */
export function isAnyAsked(db: Db): boolean {
  return db.prepare('SELECT 1 FROM asked_fact LIMIT 1').get() !== undefined
}

/** A person's facts with which alerts were asked for: ids in hex, and when they came. */
export function askedOfPerson(db: Db, person: number): { id: string; receivedAt: number }[] {
  return db
    .prepare<{ id: string; receivedAt: number }>(
      `SELECT lower(hex(f.id)) AS id, f.time + f.received_after AS receivedAt
       FROM person_key k CROSS JOIN fact f ON f.key = k.number JOIN asked_fact a ON a.fact = f.number WHERE k.person = ?`,
    )
    .all(person)
}

/** Whether a rule has told of a fact, in hex. */
export function isToldOf(db: Db, rule: number, fact: string): boolean {
  return db.prepare('SELECT 1 FROM alert WHERE rule = ? AND fact = unhex(?)').get(rule, fact) !== undefined
}
