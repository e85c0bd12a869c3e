import { randomBytes } from 'node:crypto'
import type { Doer, Entry, Told } from '../domain/audit.ts'
import type { Db } from '../store/db.ts'

/** Keeps what the log of a workspace is to be told; belongs into the transaction of what was done. */
export function note(db: Db, workspace: string, doer: Doer, now: number, entry: Entry): void {
  db.prepare('INSERT INTO untold (id, workspace, at, entry) VALUES (?, ?, ?, ?)').run(
    randomBytes(12).toString('hex'),
    workspace,
    now,
    JSON.stringify({ doer, ...entry }),
  )
}

/** What the log of a workspace does not know yet, in order. */
export function findUntold(db: Db, workspace: string): Told[] {
  return db
    .prepare<{ id: string; at: number; entry: string }>(
      'SELECT id, at, entry FROM untold WHERE workspace = ? ORDER BY at, rowid LIMIT 100',
    )
    .all(workspace)
    .map(({ id, at, entry }) => ({ id, at, ...JSON.parse(entry) }))
}

/** It stands in the log. */
export function forgetTold(db: Db, ids: readonly string[]): void {
  const forget = db.prepare('DELETE FROM untold WHERE id = ?')
  db.transaction(() => {
    for (const id of ids) forget.run(id)
  })
}
