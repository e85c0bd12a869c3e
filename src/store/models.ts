import type { Db } from './db.ts'

/** `building`: the next current one, whose cards are not all there yet. `retired`: its cards have to go. */
export type ModelState = 'current' | 'building' | 'retired' | 'past'

/** A version of the scoring model as stored. Times are ms UTC. */
export interface ModelRow {
  version: number
  json: string
  state: ModelState
  publishedAt: number
  /** Null: the version with which a workspace begins, or one of an earlier release. */
  publishedBy: string | null
  note: string | null
  /** The version that was in force when its draft was begun. */
  basedOn: number | null
  /** The version whose content it repeats. */
  rollbackOf: number | null
  /** JSON: who signed it, by side. */
  signatures: string
  /** 1: those who cross by it alone are told of when readers switch to it. */
  alerts: number
  /** When readers switched to it. */
  switchedAt: number | null
}

const columns = `version, json, state, published_at AS publishedAt, published_by AS publishedBy, note,
  based_on AS basedOn, rollback_of AS rollbackOf, signatures, alerts, switched_at AS switchedAt`

export function insertModel(db: Db, model: Omit<ModelRow, 'version'>): number {
  const { json, state, publishedAt, publishedBy, note, basedOn, rollbackOf, signatures, alerts, switchedAt } = model
  return db
    .prepare<ModelRow>(
      `INSERT INTO model (version, json, state, published_at, published_by, note, based_on, rollback_of, signatures, alerts,
         switched_at)
       VALUES ((SELECT ifnull(max(version), 0) + 1 FROM model), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING version`,
    )
    .get(json, state, publishedAt, publishedBy, note, basedOn, rollbackOf, signatures, alerts, switchedAt)!.version
}

export function findModel(db: Db, version: number): ModelRow | undefined {
  return db.prepare<ModelRow>(`SELECT ${columns} FROM model WHERE version = ?`).get(version)
}

/** Versions in one of the states, the oldest first. */
export function modelsInState(db: Db, ...states: ModelState[]): number[] {
  const asked = db.prepare<{ version: number }>('SELECT version FROM model WHERE state = ?')
  return states.flatMap((state) => asked.all(state).map(({ version }) => version)).sort((a, b) => a - b)
}

/** All versions without their text, newest first. */
export function listModels(db: Db): Omit<ModelRow, 'json'>[] {
  return db
    .prepare<Omit<ModelRow, 'json'>>(`SELECT ${columns.replace('json, ', '')} FROM model ORDER BY version DESC`)
    .all()
}

export function setModelState(db: Db, version: number, state: ModelState): void {
  db.prepare('UPDATE model SET state = ? WHERE version = ?').run(state, version)
}

export function setModelCurrent(db: Db, version: number, switchedAt: number): void {
  db.prepare("UPDATE model SET state = 'current', switched_at = ? WHERE version = ?").run(switchedAt, version)
}

const keys = {
  card: 'model, person',
  standing: 'model, person, webinar',
  place: 'model, webinar, points_down, score_down, email, id',
  listing: 'model, score_down, email, id',
}

/** Deletes up to `limit` cards of a version, then standings, then places and listings, then the rest. True when nothing is left. */
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
