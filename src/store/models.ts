import { desc, eq, max } from 'drizzle-orm'
import type { Db } from './db.ts'
import { card, model, standing, webinarCount } from './schema.ts'

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

/** Deletes up to `limit` cards of a version, then as many standings, then its counts. True when nothing is left. */
export function deleteSomeCards(db: Db, version: number, limit: number): boolean {
  for (const [table, columns] of [
    [card, 'model, person'],
    [standing, 'model, person, webinar'],
  ] as const) {
    const name = table === card ? 'card' : 'standing'
    const gone = db
      .prepare(
        `DELETE FROM ${name} WHERE (${columns}) IN (SELECT ${columns} FROM ${name} WHERE model = ? LIMIT ?) RETURNING 1 AS one`,
      )
      .all(version, limit)
    if (gone.length > 0) return false
  }
  db.orm.delete(webinarCount).where(eq(webinarCount.model, version)).run()
  return true
}
