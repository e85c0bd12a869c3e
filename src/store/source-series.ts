import type { Db } from './db.ts'

/** Of which webinars a source has spoken: when first and last, and when last of the room. ms UTC, null: never. */
export interface SourceSeries {
  source: number
  platformId: string
  firstAt: number
  lastAt: number
  roomAt: number | null
}

export function addSpoken(db: Db, { source, platformId, firstAt, lastAt, roomAt }: SourceSeries): void {
  db.prepare(
    `INSERT INTO source_series (source, platform_id, first_at, last_at, room_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET last_at = max(last_at, excluded.last_at),
       room_at = nullif(max(ifnull(room_at, 0), ifnull(excluded.room_at, 0)), 0)`,
  ).run(source, platformId, firstAt, lastAt, roomAt)
}

/** All of which any source has spoken since a moment. */
export function spokenSince(db: Db, at: number): SourceSeries[] {
  return db
    .prepare<SourceSeries>(
      `SELECT source, platform_id AS platformId, first_at AS firstAt, last_at AS lastAt, room_at AS roomAt FROM source_series
       WHERE last_at >= ? ORDER BY source, platform_id`,
    )
    .all(at)
}
