import { desc, eq, max } from 'drizzle-orm'
import type { Db } from './db.ts'
import { model, unscored, webinarCount } from './schema.ts'

/** `building`: the next current one, whose cards are not all there yet. `retired`: its cards have to go. */
export type ModelState = 'current' | 'building' | 'retired' | 'past'

export type ModelRow = typeof model.$inferSelect

export function insertModel(db: Db, json: string, state: ModelState, publishedAt: number): number {
  const [newest] = db.orm
    .select({ version: max(model.version) })
    .from(model)
    .all()
  const version = (newest?.version ?? 0) + 1
  db.orm.insert(model).values({ version, json, state, publishedAt }).run()
  return version
}

export function findModel(db: Db, version: number): ModelRow | undefined {
  return db.orm.select().from(model).where(eq(model.version, version)).all()[0]
}

/** Versions in one of the states, the oldest first. */
export function modelsInState(db: Db, ...states: ModelState[]): number[] {
  const asked = db.prepare<{ version: number }>('SELECT version FROM model WHERE state = ?')
  return states.flatMap((state) => asked.all(state).map(({ version }) => version)).sort((a, b) => a - b)
}

/** All versions without their text, newest first. */
export function listModels(db: Db): Omit<ModelRow, 'json'>[] {
  return db.orm
    .select({ version: model.version, state: model.state, publishedAt: model.publishedAt })
    .from(model)
    .orderBy(desc(model.version))
    .all()
}

export function setModelState(db: Db, version: number, state: ModelState): void {
  db.orm.update(model).set({ state }).where(eq(model.version, version)).run()
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
  db.orm.delete(webinarCount).where(eq(webinarCount.model, version)).run()
  db.orm.delete(unscored).where(eq(unscored.model, version)).run()
  return true
}
