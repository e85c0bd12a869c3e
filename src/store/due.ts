import type { Db } from './db.ts'

/**
 * A scope of people that are due, worked off from `cursor` on. `webinar`: everybody who is mentioned with the webinar
 * name `which`; `room`: of those whoever did more than register; `arrange`: whose places are still to be stored; `settle`:
 * whose crossings since the version `which`, which was in force before, are still to be told.
 */
export interface DueScope {
  kind: 'webinar' | 'room' | 'everybody' | 'arrange' | 'settle'
  which: number
  cursor: number
}

export function insertDue(db: Db, model: number, people: readonly number[]): void {
  db.prepare('INSERT INTO due (model, person) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING').run(
    model,
    JSON.stringify(people),
  )
}

export function deleteDue(db: Db, model: number, people: readonly number[]): void {
  db.prepare('DELETE FROM due WHERE model = ? AND person IN (SELECT value FROM json_each(?))').run(
    model,
    JSON.stringify(people),
  )
}

/** People who are due by name, then those whose card changes by itself at `now` or before. */
export function duePeople(db: Db, model: number, now: number, limit: number): number[] {
  const due = db.prepare<{ person: number }>('SELECT person FROM due WHERE model = +? LIMIT +?').all(model, limit)
  if (due.length > 0) return due.map(({ person }) => person)
  return db
    .prepare<{ person: number }>('SELECT person FROM card WHERE model = +? AND changes_at <= +? LIMIT +?')
    .all(model, now, limit)
    .map(({ person }) => person)
}

/** The first moment at which a card changes by itself. */
export function nextChange(db: Db, model: number): number | null {
  return db
    .prepare<{ at: number | null }>('SELECT min(changes_at) AS at FROM card WHERE model = ? AND changes_at IS NOT NULL')
    .get(model)!.at
}

/** Opens a scope, or begins it again where it is open already. */
export function openScope(db: Db, model: number, kind: DueScope['kind'], which: number): void {
  db.prepare(
    `INSERT INTO due_scope (model, kind, which, cursor) VALUES (?, ?, ?, 0)
     ON CONFLICT (model, kind, which) DO UPDATE SET cursor = 0`,
  ).run(model, kind, which)
}

/** The scope to work on: webinars, then crossings, then rooms, then everybody, and places when all are scored. */
export function firstScope(db: Db, model: number): DueScope | undefined {
  return db
    .prepare<DueScope>('SELECT kind, which, cursor FROM due_scope WHERE model = +? ORDER BY kind DESC LIMIT 1')
    .get(model)
}

/** How far a scope has been worked off; null when it is not open. */
export function cursorOf(db: Db, model: number, kind: DueScope['kind']): number | null {
  const found = db.prepare<DueScope>('SELECT cursor FROM due_scope WHERE model = ? AND kind = ?').get(model, kind)
  return found?.cursor ?? null
}

export function isScopeOpen(db: Db, model: number, kind: DueScope['kind']): boolean {
  return db.prepare('SELECT 1 FROM due_scope WHERE model = ? AND kind = ?').get(model, kind) !== undefined
}

export function moveScope(db: Db, model: number, { kind, which }: DueScope, cursor: number): void {
  db.prepare('UPDATE due_scope SET cursor = ? WHERE model = ? AND kind = ? AND which = ?').run(
    cursor,
    model,
    kind,
    which,
  )
}

export function closeScope(db: Db, model: number, { kind, which }: DueScope): void {
  db.prepare('DELETE FROM due_scope WHERE model = ? AND kind = ? AND which = ?').run(model, kind, which)
}

export function deleteAllDue(db: Db, model: number): void {
  db.prepare('DELETE FROM due WHERE model = ?').run(model)
  db.prepare('DELETE FROM due_scope WHERE model = ?').run(model)
}

/** How much is due under one model: people, open scopes, and cards that have changed by themselves. */
export function countDue(db: Db, model: number, now: number): number {
  return db
    .prepare<{ count: number }>(
      `SELECT (SELECT count(*) FROM due WHERE model = ?) + (SELECT count(*) FROM due_scope WHERE model = ?)
       + (SELECT count(*) FROM card WHERE model = ? AND changes_at <= ?) AS count`,
    )
    .get(model, model, model, now)!.count
}
