import { canonicalJson } from '../domain/fact.ts'
import type { WebinarName } from '../domain/statement.ts'
import type { Db } from './db.ts'
import type { DueScope } from './due.ts'
import { numberOfType } from './fact-type.ts'

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

/** `since`: when it was first heard of, ms UTC. */
export function insertName(db: Db, name: WebinarName, since: number): number {
  const { platform, platformId, ...rest } = name
  return db
    .prepare<{ number: number }>(
      'INSERT INTO webinar_name (platform, platform_id, name, since) VALUES (?, ?, ?, ?) RETURNING number',
    )
    .get(platform, platformId, canonicalJson(rest), since)!.number
}

export function nameOfNumber(db: Db, number: number): WebinarName {
  const row = db
    .prepare<NameRow>('SELECT number, platform, platform_id, name FROM webinar_name WHERE number = ?')
    .get(number)
  return nameOf(row!)
}

/** All names under one platform id that were known by a moment, in the order in which they became known. */
export function namesOfSeries(db: Db, platform: string, platformId: string, by = Infinity): NumberedName[] {
  return db
    .prepare<NameRow & { since: number | null }>(
      `SELECT number, platform, platform_id, name, since FROM webinar_name
       WHERE platform = ? AND platform_id = ? ORDER BY number`,
    )
    .all(platform, platformId)
    .filter(({ since }) => since === null || since <= by)
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

/** How many keys are named together with some webinar names, those of several as often. */
export function countMentions(db: Db, names: readonly number[]): number {
  return db
    .prepare<{ count: number }>('SELECT count(*) AS count FROM json_each(?) j CROSS JOIN mention m ON m.name = j.value')
    .get(JSON.stringify(names))!.count
}

/** Whether anybody is named together with a webinar name. */
export function isMentioned(db: Db, name: number): boolean {
  return db.prepare('SELECT key FROM mention WHERE name = ? LIMIT 1').get(name) !== undefined
}

/** Everybody who is mentioned with a name, so many keys at a time; a person as often as by different keys. */
export function* peopleMentioned(db: Db, name: number, atATime: number): Generator<number[]> {
  const next = db.prepare<{ key: number; person: number }>(
    `SELECT m.key, k.person FROM mention m CROSS JOIN person_key k ON k.number = m.key
     WHERE m.name = ? AND m.key > ? ORDER BY m.key LIMIT +?`,
  )
  for (let after = 0; ; ) {
    const found = next.all(name, after, atATime)
    if (found.length > 0) yield found.map(({ person }) => person)
    if (found.length < atATime) return
    after = found.at(-1)!.key
  }
}

const registering = [
  'person.registered',
  'person.registration_approved',
  'person.registration_denied',
  'person.registration_cancelled',
] as const

const didMore = `EXISTS (SELECT 1 FROM fact f
  WHERE f.key = m.key AND f.name = m.name AND f.type NOT IN (${registering.map(numberOfType)}))`

/**
 * The next keys of a scope of a webinar name, and whose they are. `person` is null where nobody is to be scored for the
 * key: another open scope will still come to it, and once is enough; or the scope is a room's and they only registered.
 * Other scopes are found by the key's own facts, for thousands may be open.
 */
export function mentionsAfter(
  db: Db,
  model: number,
  { kind, which: name }: Pick<DueScope, 'kind' | 'which'>,
  key: number,
  limit: number,
): { key: number; person: number | null }[] {
  const concerned = kind === 'room' ? ` AND ${didMore}` : ''
  return db
    .prepare<{ key: number; person: number | null }>(
      `SELECT m.key AS key, CASE WHEN NOT EXISTS (
         SELECT 1 FROM fact f
         CROSS JOIN due_scope s ON s.model = ? AND s.kind = 'webinar' AND s.which = f.name
         CROSS JOIN mention o ON o.name = s.which AND o.key = m.key
         WHERE f.key = m.key AND f.name <> m.name AND s.cursor < m.key)${concerned} THEN k.person END AS person
       FROM mention m CROSS JOIN person_key k ON k.number = m.key
       WHERE m.name = ? AND m.key > ? ORDER BY m.key LIMIT +?`,
    )
    .all(model, name, key, limit)
}
