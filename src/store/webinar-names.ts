import { canonicalJson } from '../domain/fact.ts'
import type { WebinarName } from '../domain/statement.ts'
import type { Db } from './db.ts'

interface NameRow {
  number: number
  platform: string
  platform_id: string
  name: string
}

/** A stored webinar name with its number. */
export interface NumberedName {
  number: number
  name: WebinarName
}

export function findName(db: Db, name: WebinarName): number | undefined {
  const { platform, platformId, ...rest } = name
  return db
    .prepare<{ number: number }>('SELECT number FROM webinar_name WHERE platform = ? AND platform_id = ? AND name = ?')
    .get(platform, platformId, canonicalJson(rest))?.number
}

export function insertName(db: Db, name: WebinarName): number {
  const { platform, platformId, ...rest } = name
  return db
    .prepare<{ number: number }>(
      'INSERT INTO webinar_name (platform, platform_id, name) VALUES (?, ?, ?) RETURNING number',
    )
    .get(platform, platformId, canonicalJson(rest))!.number
}

export function nameOfNumber(db: Db, number: number): WebinarName {
  const row = db
    .prepare<NameRow>('SELECT number, platform, platform_id, name FROM webinar_name WHERE number = ?')
    .get(number)
  return nameOf(row!)
}

/** All names under one platform id, in the order in which they became known. */
export function namesOfSeries(db: Db, platform: string, platformId: string): NumberedName[] {
  return db
    .prepare<NameRow>(
      `SELECT number, platform, platform_id, name FROM webinar_name
       WHERE platform = ? AND platform_id = ? ORDER BY number`,
    )
    .all(platform, platformId)
    .map((row) => ({ number: row.number, name: nameOf(row) }))
}

/** Every platform id that is known, as [platform, platform id]. */
export function allSeries(db: Db): [string, string][] {
  return db
    .prepare<NameRow>('SELECT DISTINCT platform, platform_id FROM webinar_name ORDER BY platform, platform_id')
    .all()
    .map((row) => [row.platform, row.platform_id])
}

function nameOf(row: NameRow): WebinarName {
  return { platform: row.platform, platformId: row.platform_id, ...JSON.parse(row.name) }
}

/** Remembers that a key is named together with a webinar name. */
export function insertMention(db: Db, name: number, key: number): void {
  db.prepare('INSERT INTO mention (name, key) VALUES (?, ?) ON CONFLICT DO NOTHING').run(name, key)
}

/** Whether anybody is named together with a webinar name. */
export function isMentioned(db: Db, name: number): boolean {
  return db.prepare('SELECT key FROM mention WHERE name = ? LIMIT 1').get(name) !== undefined
}

/** The next keys mentioned with a name, and whose they are. */
export function mentionsAfter(db: Db, name: number, key: number, limit: number): { key: number; person: number }[] {
  return db
    .prepare<{ key: number; person: number }>(
      `SELECT m.key AS key, k.person AS person FROM mention m JOIN person_key k ON k.number = m.key
       WHERE m.name = ? AND m.key > ? ORDER BY m.key LIMIT ?`,
    )
    .all(name, key, limit)
}
