import type { Extent, Reason } from '../domain/pull.ts'
import type { Db } from './db.ts'

/**
 * `done`: asked to the end. `missing`: the platform has no such webinar. `failed`: something could not be had. `stopped`:
 * somebody wanted no more of it.
 */
export type PullState = 'waiting' | 'running' | 'done' | 'missing' | 'failed' | 'stopped'

/** Something to be fetched as stored; `known`, `cursor` and `lacks` are JSON. `rooms`: what is fetched are rooms. */
export interface PullRow {
  number: number
  source: number
  platformId: string
  room: string
  reason: Reason
  extent: Extent | 'rooms'
  known: string
  dueAt: number
  state: PullState
  step: string | null
  cursor: string | null
  tries: number
  pages: number
  rows: number
  requests: number
  facts: number
  lacks: string
  beganAt: number | null
  endedAt: number | null
}

const columns = `number, source, platform_id AS platformId, room, reason, extent, known, due_at AS dueAt, state, step,
  cursor, tries, pages, rows, requests, facts, lacks, began_at AS beganAt, ended_at AS endedAt`

export type NewPull = Pick<PullRow, 'source' | 'platformId' | 'room' | 'reason' | 'extent' | 'known' | 'dueAt'>

/** One that waits; of what was fetched before for the same reason nothing is left. */
export function writePull(db: Db, { source, platformId, room, reason, extent, known, dueAt }: NewPull): void {
  db.prepare(
    `INSERT INTO pull (source, platform_id, room, reason, extent, known, due_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')
     ON CONFLICT (platform_id, room, source, reason) DO UPDATE SET extent = excluded.extent, known = excluded.known,
       due_at = excluded.due_at, state = excluded.state, step = NULL, cursor = NULL, tries = 0, pages = 0, rows = 0,
       requests = 0, facts = 0, lacks = '[]', began_at = NULL, ended_at = NULL`,
  ).run(source, platformId, room, reason, extent, known, dueAt)
}

export function findPull(db: Db, number: number): PullRow | undefined {
  return db.prepare<PullRow>(`SELECT ${columns} FROM pull WHERE number = ?`).get(number)
}

/** All that was or is to be fetched of a platform id by any source, in the order in which it was planned. */
export function pullsOf(db: Db, platformId: string): PullRow[] {
  return db.prepare<PullRow>(`SELECT ${columns} FROM pull WHERE platform_id = ? ORDER BY number`).all(platformId)
}

/** What waits and runs first, by when it is due, then what ended, the latest first. */
export function latestPulls(db: Db, limit: number): PullRow[] {
  return db
    .prepare<PullRow>(
      `SELECT ${columns} FROM pull ORDER BY ended_at IS NOT NULL, ended_at DESC, state = 'waiting', due_at, number
       LIMIT +?`,
    )
    .all(limit)
}

/** When a source is to be asked next, ms UTC; null: never. */
export function nextDueOf(db: Db, source: number): number | null {
  return db
    .prepare<{ at: number | null }>('SELECT min(due_at) AS at FROM pull WHERE source = ? AND ended_at IS NULL')
    .get(source)!.at
}

/**
 * What a source goes on with: what it has begun, then what somebody asked for, what is due by an end, rooms to be found,
 * and of the backfill the newest room.
 */
export function nextPullOf(db: Db, source: number, now: number): PullRow | undefined {
  return db
    .prepare<PullRow>(
      `SELECT ${columns} FROM pull WHERE source = ? AND ended_at IS NULL AND due_at <= ?
       ORDER BY state = 'running' DESC, reason = 'asked' DESC, reason = 'backfill', extent = 'rooms' DESC,
         CASE WHEN reason = 'backfill' THEN known ->> '$.startedAt' END DESC, due_at, number LIMIT 1`,
    )
    .get(source, now)
}

/** What a pull has come to. */
export type PullStand = Pick<
  PullRow,
  | 'number'
  | 'known'
  | 'dueAt'
  | 'state'
  | 'step'
  | 'cursor'
  | 'tries'
  | 'pages'
  | 'rows'
  | 'lacks'
  | 'beganAt'
  | 'endedAt'
>

/** One that somebody gave up meanwhile stays so. */
export function movePull(db: Db, pull: PullStand): void {
  const { number, known, dueAt, state, step, cursor, tries, pages, rows, lacks, beganAt, endedAt } = pull
  db.prepare(
    `UPDATE pull SET known = ?, due_at = ?, state = ?, step = ?, cursor = ?, tries = ?, pages = ?, rows = ?, lacks = ?,
       began_at = ?, ended_at = ? WHERE number = ? AND state <> 'stopped'`,
  ).run(known, dueAt, state, step, cursor, tries, pages, rows, lacks, beganAt, endedAt, number)
}

export function setKnown(db: Db, number: number, known: string): void {
  db.prepare('UPDATE pull SET known = ? WHERE number = ?').run(known, number)
}

export function setDue(db: Db, number: number, dueAt: number): void {
  db.prepare('UPDATE pull SET due_at = ? WHERE number = ?').run(dueAt, number)
}

/** Puts off what is left of a source's backfill. */
export function deferBackfill(db: Db, source: number, until: number): void {
  db.prepare(
    `UPDATE pull SET due_at = ? WHERE source = ? AND reason = 'backfill' AND ended_at IS NULL AND due_at < ?`,
  ).run(until, source, until)
}

/** Gives up what is left of a source's backfill. */
export function stopBackfill(db: Db, source: number, at: number): void {
  db.prepare(
    "UPDATE pull SET state = 'stopped', ended_at = ? WHERE source = ? AND reason = 'backfill' AND ended_at IS NULL",
  ).run(at, source)
}

export function addToPull(db: Db, number: number, { requests, facts }: { requests: number; facts: number }): void {
  db.prepare('UPDATE pull SET requests = requests + ?, facts = facts + ? WHERE number = ?').run(requests, facts, number)
}

export function deletePull(db: Db, number: number): void {
  db.prepare('DELETE FROM pull WHERE number = ?').run(number)
}

/** Forgets what a source was still to fetch. */
export function deleteOpenPulls(db: Db, source: number): void {
  db.prepare('DELETE FROM pull WHERE source = ? AND ended_at IS NULL').run(source)
}

export interface Backfilled {
  open: number
  dueAt: number | null
  failed: number
  stopped: number
  facts: number
}

/**
 * The rooms of a source's backfill: how many are still to be fetched, from when on the next of them, how many failed or
 * were given up, and the new facts in all of them.
 */
export function backfilled(db: Db, source: number): Backfilled {
  return db
    .prepare<Backfilled>(
      `SELECT ifnull(sum(ended_at IS NULL), 0) AS open, min(CASE WHEN ended_at IS NULL THEN due_at END) AS dueAt,
         ifnull(sum(state = 'failed'), 0) AS failed, ifnull(sum(state = 'stopped'), 0) AS stopped,
         ifnull(sum(facts), 0) AS facts
       FROM pull WHERE source = ? AND reason = 'backfill' AND extent <> 'rooms'`,
    )
    .get(source)!
}
