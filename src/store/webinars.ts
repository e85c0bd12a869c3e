import type { Db } from './db.ts'
import { webinar } from './schema.ts'

export type WebinarRow = typeof webinar.$inferSelect

/** Remembers an id that was derived for a webinar; gives its number. */
export function keepWebinar(db: Db, row: Omit<WebinarRow, 'number'>): number {
  const known = findWebinarRow(db, row.id)
  if (known) return known.number
  return db.orm.insert(webinar).values(row).returning({ number: webinar.number }).all()[0]!.number
}

export function findWebinarRow(db: Db, id: string): WebinarRow | undefined {
  const columns = 'number, id, platform, platform_id AS platformId, occurrence'
  return db.prepare<WebinarRow>(`SELECT ${columns} FROM webinar WHERE id = ?`).get(id)
}
