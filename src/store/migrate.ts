import { Refused } from '../domain/refusal.ts'
import type { Db } from './db.ts'

/** One SQL text of the folder `migrations`; the file's name, by which they are ordered. */
export interface Migration {
  name: string
  sql: string
}

/**
 * Brings a database to the newest form, one transaction each.
 * Throws `Refused('conflict')` where a newer release of Ripen has been at work on it.
 */
export function migrate(db: Db, migrations: readonly Migration[], now: number): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT',
  )
  const applied = new Set(
    db
      .prepare<{ name: string }>('SELECT name FROM schema_migration')
      .all()
      .map(({ name }) => name),
  )
  const known = new Set(migrations.map(({ name }) => name))
  const newer = [...applied].filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Refused(
      'conflict',
      `These data were written by a newer release of Ripen (${newer.join(', ')}). Start that release, or restore a backup of this one.`,
      { newer },
    )
  for (const { name, sql } of [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (applied.has(name)) continue
    db.transaction(() => {
      db.exec(sql)
      db.prepare('INSERT INTO schema_migration (name, applied_at) VALUES (?, ?)').run(name, now)
    })
  }
}
