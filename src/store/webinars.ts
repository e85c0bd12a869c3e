import type { Db } from './db.ts'

export interface WebinarRow {
  number: number
  id: string
  platform: string
  platformId: string
  occurrence: string
  /** When the id first came out, ms UTC; null: in an earlier release. */
  since: number | null
}

/** Remembers an id that was derived for a webinar; gives its number. */
export function keepWebinar(db: Db, row: Omit<WebinarRow, 'number'>): number {
  const known = findWebinarRow(db, row.id)
  if (known) return known.number
  const { id, platform, platformId, occurrence, since } = row
  return db
    .prepare<WebinarRow>(
      'INSERT INTO webinar (id, platform, platform_id, occurrence, since) VALUES (?, ?, ?, ?, ?) RETURNING number',
    )
    .get(id, platform, platformId, occurrence, since)!.number
}

export function findWebinarRow(db: Db, id: string): WebinarRow | undefined {
  const columns = 'number, id, platform, platform_id AS platformId, occurrence, since'
  return db.prepare<WebinarRow>(`SELECT ${columns} FROM webinar WHERE id = ?`).get(id)
}
