import type { Db } from './db.ts'

/** Why something of a sender was rejected: `reason` is the JSON of words, `example` the id of the last one of so many. */
export interface RejectedRow {
  sender: string
  reason: string
  times: number
  lastAt: number
  example: string | null
}

export function addRejected(db: Db, { sender, reason, times, lastAt, example }: RejectedRow): void {
  db.prepare(
    `INSERT INTO source_rejected (sender, reason, times, last_at, example) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET times = times + excluded.times, last_at = max(last_at, excluded.last_at),
       example = excluded.example`,
  ).run(sender, reason, times, lastAt, example)
}

/** Keeps so many reasons of a sender, those that were met last. */
export function keepNewest(db: Db, sender: string, most: number): void {
  db.prepare(
    `DELETE FROM source_rejected WHERE sender = ? AND reason IN (
       SELECT reason FROM source_rejected WHERE sender = ? ORDER BY last_at DESC, reason LIMIT -1 OFFSET +?)`,
  ).run(sender, sender, most)
}

/** All that are kept, the newest first. */
export function allRejected(db: Db): RejectedRow[] {
  return db
    .prepare<RejectedRow>(
      'SELECT sender, reason, times, last_at AS lastAt, example FROM source_rejected ORDER BY last_at DESC, reason',
    )
    .all()
}
