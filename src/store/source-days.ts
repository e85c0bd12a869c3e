import type { CameTo, Tally } from '../domain/tally.ts'
import type { Db } from './db.ts'

/** What came from a sender (`senderText`) on a day. `lastAt`: when the last of it came, ms UTC. */
export interface SourceDay extends Tally {
  sender: string
  day: number
  lastAt: number
}

const sums = ['came', 'taken', 'duplicate', 'ignored', 'rejected', 'late', 'timed', 'delay'] as const

const added = `INSERT INTO source_day (sender, day, ${sums}, longest_delay, last_at)
  VALUES (?, ?, ${sums.map(() => '?')}, ?, ?)
  ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`)},
    longest_delay = max(longest_delay, excluded.longest_delay), last_at = max(last_at, excluded.last_at)`

/** Adds to a day; what is taken away from it is negative. */
export function addToDay(db: Db, { sender, day, longestDelay, lastAt, ...tally }: SourceDay): void {
  db.prepare(added).run(sender, day, ...sums.map((sum) => tally[sum]), longestDelay, lastAt)
}

/** One that was rejected when it came has been read after all. */
export function turnInDay(db: Db, sender: string, day: number, cameTo: Exclude<CameTo, 'rejected'>): void {
  db.prepare(
    `UPDATE source_day SET rejected = rejected - 1, ${cameTo} = ${cameTo} + 1
     WHERE sender = ? AND day = ? AND rejected > 0`,
  ).run(sender, day)
}

/** All days from one on, by sender and day. */
export function daysFrom(db: Db, day: number): SourceDay[] {
  return db
    .prepare<SourceDay>(
      `SELECT sender, day, ${sums}, longest_delay AS longestDelay, last_at AS lastAt FROM source_day
       WHERE day >= ? ORDER BY sender, day`,
    )
    .all(day)
}

/** Everybody of whom there is a day from one on, of those whose text begins with something. */
export function sendersFrom(db: Db, begin: string, day: number): string[] {
  return db
    .prepare<{ sender: string }>(
      'SELECT DISTINCT sender FROM source_day WHERE sender >= ? AND sender < ? AND day >= ? ORDER BY sender',
    )
    .all(begin, `${begin}\uffff`, day)
    .map(({ sender }) => sender)
}
