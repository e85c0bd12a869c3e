import type { Db } from './db.ts'

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
  const insert = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  for (const [name, value] of Object.entries(settings)) insert.run(name, JSON.stringify(value))
}

/** Null in a workspace that has not been created yet. */
export function findSettings(db: Db): Settings | null {
  const rows = db.prepare<{ name: string; value: string }>('SELECT name, value FROM setting').all()
  return rows.length > 0
    ? (Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) as Settings)
    : null
}

/** `scoredTo`: up to which moment anybody was scored. `readTo`: up to which number deliveries have been read. */
export type Noted = 'scoredTo' | 'readTo'

/** How far a workspace has come; null when that was never noted. */
export function findNoted(db: Db, name: Noted): number | null {
  const row = db.prepare<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(name)
  return row ? JSON.parse(row.value) : null
}

export function writeNoted(db: Db, name: Noted, value: number): void {
  db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value))
}

/** What a company set itself, as JSON of its own kind. */
export type OwnSetting = 'alertRoutes'

export function findOwn(db: Db, name: OwnSetting): string | null {
  return db.prepare<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value ?? null
}

export function writeOwn(db: Db, name: OwnSetting, json: string): void {
  db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, json)
}
