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
