import type { Db } from './db.ts'

/** A line of the log. `details` is JSON; `origin`: by which id the directory told of it. */
export interface AuditRow {
  number: number
  at: number
  act: string
  by: string
  email: string | null
  ending: string | null
  details: string
}

/** The number of the new line; undefined where the same `origin` stands in the log already. */
export function insertAudit(db: Db, row: Omit<AuditRow, 'number'>, origin: string | null): number | undefined {
  const { at, act, by, email, ending, details } = row
  return db
    .prepare<{ number: number }>(
      `INSERT INTO audit (at, act, by, email, ending, details, origin) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (origin) DO NOTHING RETURNING number`,
    )
    .get(at, act, by, email, ending, details, origin)?.number
}

export function writeAuditDetails(db: Db, number: number, details: string): void {
  db.prepare('UPDATE audit SET details = ? WHERE number = ?').run(details, number)
}

/** Lines before a number, the latest first. `acts`: only these; empty: all. */
export function auditBefore(db: Db, before: number, acts: readonly string[], limit: number): AuditRow[] {
  const only = acts.length > 0 ? `AND act IN (${acts.map(() => '?').join(', ')})` : ''
  return db
    .prepare<AuditRow>(
      `SELECT number, at, act, by, email, ending, details FROM audit
       WHERE number < +? ${only} ORDER BY number DESC LIMIT +?`,
    )
    .all(before, ...acts, limit)
}
