import { desc, eq, getTableColumns } from 'drizzle-orm'
import type { Db } from './db.ts'
import { delivery, type Outcome } from './schema.ts'

export type DeliveryRow = typeof delivery.$inferSelect
export type { Outcome }

export interface Arrival {
  source: number
  receivedAt: number
  outcome: Outcome
  event: string | null
  reason: string | null
  late: boolean
  body: Uint8Array | null
}

export function insertDelivery(db: Db, { source, receivedAt, outcome, event, reason, late, body }: Arrival): void {
  db.prepare(
    'INSERT INTO delivery (source, received_at, outcome, event, reason, late, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(source, receivedAt, outcome, event, reason, late ? 1 : 0, body)
}

export function findDelivery(db: Db, number: number): DeliveryRow | undefined {
  return db.orm.select().from(delivery).where(eq(delivery.number, number)).all()[0]
}

export function settleDelivery(
  db: Db,
  number: number,
  { outcome, event, reason }: Pick<Arrival, 'outcome' | 'event' | 'reason'>,
): void {
  db.orm.update(delivery).set({ outcome, event, reason }).where(eq(delivery.number, number)).run()
}

/** The newest deliveries that could not be read, without their bodies. */
export function listQuarantined(db: Db, limit: number): Omit<DeliveryRow, 'body'>[] {
  const { body: _, ...columns } = getTableColumns(delivery)
  return db.orm
    .select(columns)
    .from(delivery)
    .where(eq(delivery.outcome, 'quarantined'))
    .orderBy(desc(delivery.number))
    .limit(limit)
    .all()
}
