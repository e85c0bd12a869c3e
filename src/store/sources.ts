import type { Blob, Db } from './db.ts'

/** A source as stored, its secrets sealed. `countedTo`: the last delivery of all that is in `deliveries`. */
export interface SourceRow {
  number: number
  platform: string
  hookKey: string
  secret: Blob | null
  previousSecret: Blob | null
  badSignatures: number
  createdAt: number
  validatedAt: number | null
  lastDeliveryAt: number | null
  deliveries: number
  countedTo: number
  /** When a delivery was last refused for its signature, under the secrets of today. */
  refusedAt: number | null
}

const columns = `number, platform, hook_key AS hookKey, secret, previous_secret AS previousSecret,
  bad_signatures AS badSignatures, created_at AS createdAt, validated_at AS validatedAt,
  last_delivery_at AS lastDeliveryAt, deliveries, counted_to AS countedTo, refused_at AS refusedAt`

type NewSource = Pick<SourceRow, 'platform' | 'hookKey' | 'createdAt'>

export function insertSource(db: Db, { platform, hookKey, createdAt }: NewSource): number {
  return db
    .prepare<SourceRow>('INSERT INTO source (platform, hook_key, created_at) VALUES (?, ?, ?) RETURNING number')
    .get(platform, hookKey, createdAt)!.number
}

export function findSource(db: Db, number: number): SourceRow | undefined {
  return db.prepare<SourceRow>(`SELECT ${columns} FROM source WHERE number = ?`).get(number)
}

export function findSourceByKey(db: Db, platform: string, hookKey: string): SourceRow | undefined {
  const row = db.prepare<SourceRow>(`SELECT ${columns} FROM source WHERE hook_key = ?`).get(hookKey)
  return row?.platform === platform ? row : undefined
}

export function allSources(db: Db): SourceRow[] {
  return db.prepare<SourceRow>(`SELECT ${columns} FROM source ORDER BY number`).all()
}

/** So many deliveries were refused for their signature, the last of them then. */
export interface BadSignatures {
  count: number
  lastAt: number
}

/** A new secret; that of before becomes the previous one. */
export function replaceSecret(db: Db, number: number, secret: Uint8Array): void {
  db.prepare('UPDATE source SET previous_secret = secret, secret = ?, refused_at = NULL WHERE number = ?').run(
    secret,
    number,
  )
}

export function addBadSignatures(db: Db, number: number, { count, lastAt }: BadSignatures): void {
  db.prepare('UPDATE source SET bad_signatures = bad_signatures + ?, refused_at = ? WHERE number = ?').run(
    count,
    lastAt,
    number,
  )
}

export function setValidated(db: Db, number: number, validatedAt: number): void {
  db.prepare('UPDATE source SET validated_at = ? WHERE number = ?').run(validatedAt, number)
}

/** Deliveries of one source that were not counted yet, and the last number until which all sources are counted. */
export interface CountedDeliveries {
  source: number
  count: number
  lastAt: number
  upTo: number
}

/** The first `most` deliveries behind those that are counted. A delivery's body is not read for this. */
export function uncountedDeliveries(db: Db, most: number): CountedDeliveries[] {
  return db
    .prepare<CountedDeliveries>(
      `SELECT source, count(*) AS count, max(received_at) AS lastAt, max(max(number)) OVER () AS upTo
       FROM (SELECT source, received_at, number FROM delivery
             WHERE number > (SELECT ifnull(max(counted_to), 0) FROM source) ORDER BY number LIMIT +?)
       GROUP BY source`,
    )
    .all(most)
}

export function addDeliveries(db: Db, { source: number, count, lastAt, upTo }: CountedDeliveries): void {
  db.prepare(
    `UPDATE source SET deliveries = deliveries + ?, last_delivery_at = max(ifnull(last_delivery_at, 0), ?), counted_to = ?
     WHERE number = ?`,
  ).run(count, lastAt, upTo, number)
}
