import { type Blob, bytesOf, type Db } from './db.ts'
import { rangeOfStay } from './fact-id.ts'
import { lastWebinarLevel } from './fact-type.ts'

/** A fact as stored. `data` and `profile` are canonical JSON, null where empty. */
export interface FactRow {
  number: number
  id: Blob
  key: number | null
  name: number | null
  type: number
  time: number
  received_after: number
  data: string | null
  profile: string | null
}

const columns = 'number, id, key, name, type, time, received_after, data, profile'
const found = `SELECT ${columns} FROM fact WHERE id = ?`
const foundOfStay = `SELECT ${columns} FROM fact WHERE id BETWEEN ? AND ?`

export function findFact(db: Db, id: Uint8Array): FactRow | undefined {
  return db.prepare<FactRow>(found).get(id)
}

export function factsOfStay(db: Db, stay: Uint8Array): FactRow[] {
  return db.prepare<FactRow>(foundOfStay).all(...rangeOfStay(stay))
}

/** Two stays are one human. */
export function insertBond(db: Db, stay: Uint8Array, other: Uint8Array): void {
  const insert = db.prepare('INSERT INTO bond (stay, other) VALUES (?, ?) ON CONFLICT DO NOTHING')
  insert.run(stay, other)
  insert.run(other, stay)
}

/** The stays that were bound to one. */
export function bondsOf(db: Db, stay: Uint8Array): Uint8Array[] {
  return db
    .prepare<{ other: Blob }>('SELECT other FROM bond WHERE stay = ?')
    .all(stay)
    .map(({ other }) => bytesOf(other))
}

export function insertFact(db: Db, fact: Omit<FactRow, 'number' | 'id'> & { id: Uint8Array }): void {
  db.prepare(
    'INSERT INTO fact (id, key, name, type, time, received_after, data, profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(fact.id, fact.key, fact.name, fact.type, fact.time, fact.received_after, fact.data, fact.profile)
}

/** Remembers until when a fact was about a key and a webinar name that it is no longer about; of one moment the first. */
export function insertFactWas(db: Db, fact: Pick<FactRow, 'number' | 'key' | 'name'>, until: number): void {
  db.prepare('INSERT INTO fact_was (fact, until, key, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    fact.number,
    until,
    fact.key ?? 0,
    fact.name ?? 0,
  )
}

/** Puts another content under a known id. */
export function replaceFact(db: Db, number: number, fact: Omit<FactRow, 'number' | 'id'>): void {
  db.prepare(
    'UPDATE fact SET key = ?, name = ?, type = ?, time = ?, received_after = ?, data = ?, profile = ? WHERE number = ?',
  ).run(fact.key, fact.name, fact.type, fact.time, fact.received_after, fact.data, fact.profile, number)
}

export function moveFact(db: Db, number: number, key: number | null): void {
  db.prepare('UPDATE fact SET key = ? WHERE number = ?').run(key, number)
}

/** Keeps a content that does not count. False when it was kept already. */
export function insertConflict(db: Db, fact: number, content: string, receivedAt: number): boolean {
  return (
    db
      .prepare(
        'INSERT INTO fact_conflict (fact, content, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING fact',
      )
      .get(fact, content, receivedAt) !== undefined
  )
}

/** Facts about the webinars of one platform id, not about people. */
export function factsOfSeries(db: Db, platform: string, platformId: string): FactRow[] {
  return db
    .prepare<FactRow>(
      `SELECT f.number, f.id, f.key, f.name, f.type, f.time, f.received_after, f.data, f.profile
       FROM webinar_name n JOIN fact f ON f.name = n.number
       WHERE n.platform = ? AND n.platform_id = ? AND f.key IS NULL AND f.type <= ${lastWebinarLevel}`,
    )
    .all(platform, platformId)
}

/** Facts under a webinar name about people who have no key. */
export function factsOfNobody(db: Db, name: number): FactRow[] {
  return db
    .prepare<FactRow>(`SELECT ${columns} FROM fact WHERE key IS NULL AND name = ? AND type > ${lastWebinarLevel}`)
    .all(name)
}

/** The same, so many at a time, kind by kind: whatever changes meanwhile, none comes twice. */
export function* factsOfNobodyInSteps(db: Db, name: number, atATime: number): Generator<FactRow[]> {
  const ofName = 'FROM fact WHERE key IS NULL AND name = ?'
  const next = db.prepare<{ type: number | null }>(`SELECT min(type) AS type ${ofName} AND type > ?`)
  const some = db.prepare<FactRow>(`SELECT ${columns} ${ofName} AND type = ? AND number > ? ORDER BY number LIMIT +?`)
  for (let { type } = next.get(name, lastWebinarLevel)!; type !== null; { type } = next.get(name, type)!) {
    for (let after = 0; ; ) {
      const rows = some.all(name, type, after, atATime)
      if (rows.length > 0) yield rows
      if (rows.length < atATime) break
      after = rows.at(-1)!.number
    }
  }
}
