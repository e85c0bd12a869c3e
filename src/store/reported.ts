import type { Db } from './db.ts'

/** That a platform gave the whole attendance of a room: by what, as of when it speaks, and how many rows it had. */
export interface ReportedRow {
  name: number
  by: string
  generatedAt: number
  receivedAt: number
  rows: number
}

/** The same once more was in since it first came. */
export function insertReported(db: Db, { name, by, generatedAt, receivedAt, rows }: ReportedRow): void {
  db.prepare(
    `INSERT INTO reported (name, by, generated_at, received_at, rows) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name, by, generated_at) DO UPDATE SET rows = excluded.rows`,
  ).run(name, by, generatedAt, receivedAt, rows)
}

/** All that is noted of some webinar names, the earliest first. */
export function reportsOfNames(db: Db, names: readonly number[]): ReportedRow[] {
  return db
    .prepare<ReportedRow>(
      `SELECT r.name, r.by, r.generated_at AS generatedAt, r.received_at AS receivedAt, r.rows
       FROM json_each(?) j CROSS JOIN reported r ON r.name = j.value ORDER BY generatedAt, receivedAt`,
    )
    .all(JSON.stringify(names))
}
