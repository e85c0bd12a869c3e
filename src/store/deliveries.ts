import type { Blob, Db } from './db.ts'

export type Outcome = 'accepted' | 'duplicate' | 'ignored' | 'quarantined'

/** A delivery as stored. `late`: 1 or 0. */
export interface DeliveryRow {
  number: number
  source: number
  receivedAt: number
  outcome: Outcome
  event: string | null
  reason: string | null
  late: number
  body: Blob | null
}

export interface Arrival {
  source: number
  receivedAt: number
  outcome: Outcome
  event: string | null
  reason: string | null
  late: boolean
  body: Uint8Array | null
}

const columns = 'number, source, received_at AS receivedAt, outcome, event, reason, late'

export function insertDelivery(db: Db, { source, receivedAt, outcome, event, reason, late, body }: Arrival): void {
  db.prepare(
    'INSERT INTO delivery (source, received_at, outcome, event, reason, late, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(source, receivedAt, outcome, event, reason, late ? 1 : 0, body)
}

export function findDelivery(db: Db, number: number): DeliveryRow | undefined {
  return db.prepare<DeliveryRow>(`SELECT ${columns}, body FROM delivery WHERE number = ?`).get(number)
}

export function settleDelivery(
  db: Db,
  number: number,
  { outcome, event, reason }: Pick<Arrival, 'outcome' | 'event' | 'reason'>,
): void {
  db.prepare('UPDATE delivery SET outcome = ?, event = ?, reason = ? WHERE number = ?').run(
    outcome,
    event,
    reason,
    number,
  )
}

/** The newest deliveries that could not be read, without their bodies. */
export function listQuarantined(db: Db, limit: number): Omit<DeliveryRow, 'body'>[] {
  return db
    .prepare<Omit<DeliveryRow, 'body'>>(
      `SELECT ${columns} FROM delivery WHERE outcome = 'quarantined' ORDER BY number DESC LIMIT +?`,
    )
    .all(limit)
}
