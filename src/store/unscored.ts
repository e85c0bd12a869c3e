import type { Db } from './db.ts'

/** Somebody whose scoring failed under a version of the model, why, and since when, ms UTC. */
export interface UnscoredRow {
  person: number
  reason: string
  since: number
}

export function writeUnscored(db: Db, model: number, { person, reason, since }: UnscoredRow): void {
  db.prepare(
    `INSERT INTO unscored (model, person, reason, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (model, person) DO UPDATE SET reason = excluded.reason`,
  ).run(model, person, reason, since)
}

export function deleteUnscored(db: Db, model: number, person: number): void {
  db.prepare('DELETE FROM unscored WHERE model = ? AND person = ?').run(model, person)
}

export function listUnscored(db: Db, model: number, limit: number): UnscoredRow[] {
  return db
    .prepare<UnscoredRow>('SELECT person, reason, since FROM unscored WHERE model = ? ORDER BY since DESC LIMIT +?')
    .all(model, limit)
}

export function unscoredPeople(db: Db, model: number): Set<number> {
  const rows = db.prepare<{ person: number }>('SELECT person FROM unscored WHERE model = ?').all(model)
  return new Set(rows.map(({ person }) => person))
}

/** Makes all of them due whose version is in use. */
export function makeUnscoredDue(db: Db): void {
  db.prepare(
    `INSERT INTO due (model, person)
     SELECT model, person FROM unscored u JOIN model m ON m.version = u.model
     WHERE m.state IN ('current', 'building') ON CONFLICT DO NOTHING`,
  ).run()
}
