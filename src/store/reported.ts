import type { Db } from './db.ts'

/** That a platform gave the whole attendance of a room: by what, as of when it speaks, and how many rows it had. */
export interface ReportedRow {
  name: number
  by: string
  generatedAt: number
  receivedAt: number
  rows: number
}

export function insertReported(db: Db, { name, by, generatedAt, receivedAt, rows }: ReportedRow): void {
  db.prepare(
    `INSERT INTO reported (name, by, generated_at, received_at, rows) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name, by, generated_at) DO UPDATE SET received_at = excluded.received_at, rows = excluded.rows`,
  ).run(name, by, generatedAt, receivedAt, rows)
}
