import { eq, sql } from 'drizzle-orm'
import type { Db } from './db.ts'
import { source } from './schema.ts'

export type SourceRow = typeof source.$inferSelect
type Bytes = Uint8Array<ArrayBuffer>

export function insertSource(db: Db, row: { platform: string; hookKey: string; createdAt: number }): number {
  return db.orm.insert(source).values(row).returning({ number: source.number }).all()[0]!.number
}

export function findSource(db: Db, number: number): SourceRow | undefined {
  return db.orm.select().from(source).where(eq(source.number, number)).all()[0]
}

export function findSourceByKey(db: Db, platform: string, hookKey: string): SourceRow | undefined {
  const [row] = db.orm.select().from(source).where(eq(source.hookKey, hookKey)).all()
  return row?.platform === platform ? row : undefined
}

export function allSources(db: Db): SourceRow[] {
  return db.orm.select().from(source).orderBy(source.number).all()
}

export function setSecrets(db: Db, number: number, secret: Bytes, previousSecret: Bytes | null): void {
  db.orm.update(source).set({ secret, previousSecret }).where(eq(source.number, number)).run()
}

export function addBadSignatures(db: Db, number: number, count: number): void {
  db.orm
    .update(source)
    .set({ badSignatures: sql`${source.badSignatures} + ${count}` })
    .where(eq(source.number, number))
    .run()
}

export function setValidated(db: Db, number: number, validatedAt: number): void {
  db.orm.update(source).set({ validatedAt }).where(eq(source.number, number)).run()
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
  db.orm
    .update(source)
    .set({
      deliveries: sql`${source.deliveries} + ${count}`,
      lastDeliveryAt: sql`max(ifnull(${source.lastDeliveryAt}, 0), ${lastAt})`,
      countedTo: upTo,
    })
    .where(eq(source.number, number))
    .run()
}
