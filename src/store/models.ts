import type { Db } from './db.ts'

/** `building`: the next current one, whose cards are not all there yet. `retired`: its cards have to go. */
export type ModelState = 'current' | 'building' | 'retired' | 'past'

/** A version of the scoring model as stored. */
export interface ModelRow {
  version: number
  json: string
  state: ModelState
  publishedAt: number
}

export function insertModel(db: Db, json: string, state: ModelState, publishedAt: number): number {
  return db
    .prepare<ModelRow>(
      `INSERT INTO model (version, json, state, published_at)
       VALUES ((SELECT ifnull(max(version), 0) + 1 FROM model), ?, ?, ?) RETURNING version`,
    )
    .get(json, state, publishedAt)!.version
}

export function findModel(db: Db, version: number): ModelRow | undefined {
  return db
    .prepare<ModelRow>('SELECT version, json, state, published_at AS publishedAt FROM model WHERE version = ?')
    .get(version)
}

/** Versions in one of the states, the oldest first. */
export function modelsInState(db: Db, ...states: ModelState[]): number[] {
  const asked = db.prepare<{ version: number }>('SELECT version FROM model WHERE state = ?')
  return states.flatMap((state) => asked.all(state).map(({ version }) => version)).sort((a, b) => a - b)
}

/** All versions without their text, newest first. */
export function listModels(db: Db): Omit<ModelRow, 'json'>[] {
  return db
    .prepare<Omit<ModelRow, 'json'>>(
      'SELECT version, state, published_at AS publishedAt FROM model ORDER BY version DESC',
    )
    .all()
}

export function setModelState(db: Db, version: number, state: ModelState): void {
  db.prepare('UPDATE model SET state = ? WHERE version = ?').run(state, version)
}

const keys = {
  card: 'model, person',
  standing: 'model, person, webinar',
  place: 'model, webinar, points_down, score_down, email, id',
}

/** Deletes up to `limit` cards of a version, then standings, then places, then the rest. True when nothing is left. */
export function deleteSomeCards(db: Db, version: number, limit: number): boolean {
  for (const [table, key] of Object.entries(keys)) {
    const any = db.prepare(`SELECT 1 FROM ${table} WHERE model = ? LIMIT 1`)
    if (!any.get(version)) continue
    db.prepare(`DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE model = ? LIMIT +?)`).run(
      version,
      limit,
    )
    return false
  }
  db.prepare('DELETE FROM webinar_count WHERE model = ?').run(version)
  db.prepare('DELETE FROM unscored WHERE model = ?').run(version)
  return true
}
