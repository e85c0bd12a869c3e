import { eq } from 'drizzle-orm'
import type { Db } from './db.ts'
import { apiKey, setting } from './schema.ts'

/** What a workspace is called and how it was set up; each is a row. */
export interface Settings {
  id: string
  slug: string
  name: string
  timezone: string
  /** Whether somebody chose the zone: only then files without one are read in it. */
  timezoneChosen: boolean
  createdAt: number
}

export function insertSettings(db: Db, settings: Settings): void {
  const rows = Object.entries(settings).map(([name, value]) => ({ name, value: JSON.stringify(value) }))
  db.orm.insert(setting).values(rows).run()
}

/** Null in a workspace that has not been created yet. */
export function findSettings(db: Db): Settings | null {
  const rows = db.orm.select().from(setting).all()
  return rows.length > 0
    ? (Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) as Settings)
    : null
}

const scoredTo = 'scoredTo'

/** Up to which moment anybody was scored; null when that was never noted. */
export function findScoredTo(db: Db): number | null {
  const [row] = db.orm.select().from(setting).where(eq(setting.name, scoredTo)).all()
  return row ? JSON.parse(row.value) : null
}

export function writeScoredTo(db: Db, moment: number): void {
  const value = JSON.stringify(moment)
  db.orm
    .insert(setting)
    .values({ name: scoredTo, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } })
    .run()
}

export function insertApiKey(
  db: Db,
  hash: Uint8Array<ArrayBuffer>,
  scopes: readonly string[],
  createdAt: number,
): void {
  db.orm
    .insert(apiKey)
    .values({ hash, scopes: JSON.stringify(scopes), createdAt })
    .run()
}

export function scopesOfApiKey(db: Db, hash: Uint8Array<ArrayBuffer>): string[] | null {
  const [row] = db.orm.select({ scopes: apiKey.scopes }).from(apiKey).where(eq(apiKey.hash, hash)).all()
  return row ? JSON.parse(row.scopes) : null
}
