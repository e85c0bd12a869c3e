import type { Db } from './db.ts'
import { lastWebinarLevel } from './fact-type.ts'
import type { PersonFactRow, PersonKeyRow } from './person-facts.ts'

/**
 * A fact as it is stored, with the key and the webinar name that it was about at a moment (null: none). `late`: 1 where
 * its content came after that moment, so that another one counted: see `earlierContents`.
 */
export interface FactThenRow extends Omit<PersonFactRow, 'key'> {
  number: number
  key: number | null
  late: number
}

const columns = 'f.number, lower(hex(f.id)) AS id, f.type, f.time, f.data, f.profile'
const late = 'f.time + f.received_after > ?'
const heardOf = `(f.time + f.received_after <= ?
  OR EXISTS (SELECT 1 FROM fact_conflict c WHERE c.fact = f.number AND c.received_at <= ?))`
const unmoved = 'NOT EXISTS (SELECT 1 FROM fact_was w WHERE w.fact = f.number AND w.until > ?)'
/** Of what is remembered of a fact or key, that which held at a moment: the first that ended after it. */
const heldThen = (table: 'fact_was' | 'key_was', of: 'fact' | 'key') =>
  `w.until > ? AND NOT EXISTS (SELECT 1 FROM ${table} e WHERE e.${of} = w.${of} AND e.until > ? AND e.until < w.until)`

/** Whose a key was. */
const personThen = `coalesce((SELECT w.person FROM key_was w WHERE w.key = k.number AND w.until > ?
  ORDER BY w.until LIMIT 1), k.person)`

/** The number of the person whose key it was. */
export function personOfKeyThen(db: Db, key: number, at: number): number {
  const sql = `SELECT ${personThen} AS person FROM person_key k WHERE k.number = ?`
  return db.prepare<{ person: number }>(sql).get(at, key)!.person
}

/** All keys that people had. */
export function keysOfPeopleThen(db: Db, people: readonly number[], at: number): PersonKeyRow[] {
  const row = 'k.number, k.text, CASE WHEN k.number = j.value THEN lower(hex(k.id)) END AS id'
  const sql = `SELECT j.value AS person, ${row} FROM json_each(?) j CROSS JOIN person_key k ON k.person = j.value
      WHERE ${personThen} = j.value
    UNION ALL SELECT j.value AS person, ${row} FROM json_each(?) j CROSS JOIN key_was w ON w.person = j.value
      CROSS JOIN person_key k ON k.number = w.key WHERE k.person <> j.value AND ${heldThen('key_was', 'key')}`
  const asked = JSON.stringify(people)
  return db.prepare<PersonKeyRow>(sql).all(asked, at, asked, at, at)
}

/** All facts that were about one of some keys. */
export function factsOfKeysThen(db: Db, keys: readonly number[], at: number): (FactThenRow & { key: number })[] {
  const sql = `SELECT ${columns}, f.key, f.name, ${late} AS late
      FROM json_each(?) j CROSS JOIN fact f ON f.key = j.value WHERE ${heardOf} AND ${unmoved}
    UNION ALL SELECT ${columns}, w.key, nullif(w.name, 0) AS name, ${late} AS late
      FROM json_each(?) j CROSS JOIN fact_was w ON w.key = j.value CROSS JOIN fact f ON f.number = w.fact
      WHERE ${heardOf} AND ${heldThen('fact_was', 'fact')}`
  const asked = JSON.stringify(keys)
  return db.prepare<FactThenRow & { key: number }>(sql).all(at, asked, at, at, at, at, asked, at, at, at, at)
}

/** All facts under one of some webinar names that were about nobody whose key was known. */
export function factsOfNamesThen(
  db: Db,
  names: readonly number[],
  at: number,
  of: 'webinar' | 'nobody',
): FactThenRow[] {
  // Of a content that came later the kind says nothing about the one that counted.
  const kind = `(f.type ${of === 'webinar' ? '<=' : '>'} ${lastWebinarLevel} OR f.time + f.received_after > ?)`
  const sql = `SELECT ${columns}, f.key, f.name, ${late} AS late
      FROM json_each(?) j CROSS JOIN fact f ON f.name = j.value AND f.key IS NULL
      WHERE ${kind} AND ${heardOf} AND ${unmoved}
    UNION ALL SELECT ${columns}, NULL AS key, w.name, ${late} AS late
      FROM json_each(?) j CROSS JOIN fact_was w ON w.key = 0 AND w.name = j.value
      CROSS JOIN fact f ON f.number = w.fact
      WHERE ${kind} AND ${heardOf} AND ${heldThen('fact_was', 'fact')}`
  const asked = JSON.stringify(names)
  return db.prepare<FactThenRow>(sql).all(at, asked, at, at, at, at, at, asked, at, at, at, at, at)
}

/** Contents of a fact beside the one that counts now which had come by a moment: canonical JSON. */
export function earlierContents(db: Db, fact: number, at: number): string[] {
  return db
    .prepare<{ content: string }>('SELECT content FROM fact_conflict WHERE fact = ? AND received_at <= ?')
    .all(fact, at)
    .map(({ content }) => content)
}

/** Everybody who is mentioned with a name, by the number that they had; a person as often as by different keys. */
export function* peopleMentionedThen(db: Db, name: number, at: number, atATime: number): Generator<number[]> {
  const next = db.prepare<{ key: number; person: number }>(
    `SELECT m.key, ${personThen} AS person FROM mention m CROSS JOIN person_key k ON k.number = m.key
     WHERE m.name = ? AND m.key > ? ORDER BY m.key LIMIT +?`,
  )
  for (let after = 0; ; ) {
    const found = next.all(at, name, after, atATime)
    if (found.length > 0) yield found.map(({ person }) => person)
    if (found.length < atATime) return
    after = found.at(-1)!.key
  }
}

/** The version that readers saw at a moment; undefined: there was none. */
export function versionSeen(db: Db, at: number): number | undefined {
  return db
    .prepare<{ version: number }>(
      'SELECT version FROM model WHERE switched_at <= ? ORDER BY switched_at DESC, version DESC LIMIT 1',
    )
    .get(at)?.version
}
