import type { Blob, Db } from './db.ts'

export type Outcome = 'accepted' | 'duplicate' | 'ignored' | 'quarantined'

/** A delivery on its way in: signed, and not read yet. */
export interface Arrival {
  source: number
  receivedAt: number
  late: boolean
  body: Uint8Array
}

/** What became of a delivery. `event` and `reason` are null of one that was accepted: its body tells all. */
export interface Settled {
  outcome: Outcome
  event: string | null
  reason: string | null
}

/** A delivery as stored. `late`: 1 or 0. */
export interface DeliveryRow extends Settled {
  number: number
  source: number
  receivedAt: number
  late: number
  body: Blob | null
}

/** A delivery that waits to be read. */
export interface UnreadDelivery {
  number: number
  source: number
  receivedAt: number
  body: Blob
}

const columns = 'number, source, received_at AS receivedAt, outcome, event, reason, late'

/** Counts as accepted until it was read. */
export function insertDelivery(db: Db, { source, receivedAt, late, body }: Arrival): void {
  db.prepare("INSERT INTO delivery (source, received_at, outcome, late, body) VALUES (?, ?, 'accepted', ?, ?)").run(
    source,
    receivedAt,
    late ? 1 : 0,
    body,
  )
}

/** Puts one into the quarantine that nobody will read of their own accord. */
export function insertQuarantined(db: Db, { source, receivedAt, late, body }: Arrival, reason: string): void {
  db.prepare(
    "INSERT INTO delivery (source, received_at, outcome, reason, late, body) VALUES (?, ?, 'quarantined', ?, ?, ?)",
  ).run(source, receivedAt, reason, late ? 1 : 0, body)
}

export function findDelivery(db: Db, number: number): DeliveryRow | undefined {
  return db.prepare<DeliveryRow>(`SELECT ${columns}, body FROM delivery WHERE number = ?`).get(number)
}

/** The number of the newest delivery; 0 before the first. */
export function lastDelivery(db: Db): number {
  return db.prepare<{ last: number }>('SELECT ifnull(max(number), 0) AS last FROM delivery').get()!.last
}

/** The next deliveries behind one and up to another. */
export function deliveriesAfter(db: Db, number: number, upTo: number, limit: number): UnreadDelivery[] {
  return db
    .prepare<UnreadDelivery>(
      `SELECT number, source, received_at AS receivedAt, body FROM delivery
       WHERE number > ? AND number <= ? AND outcome = 'accepted' ORDER BY number LIMIT +?`,
    )
    .all(number, upTo, limit)
}

/** The body of one that brought nothing new is not kept. */
export function settleDelivery(db: Db, number: number, { outcome, event, reason }: Settled): void {
  db.prepare(
    `UPDATE delivery SET outcome = ?, event = ?, reason = ?, body = iif(? = 'duplicate', NULL, body) WHERE number = ?`,
  ).run(outcome, event, reason, outcome, number)
}

/** The newest deliveries that could not be read, without their bodies. */
export function listQuarantined(db: Db, limit: number): Omit<DeliveryRow, 'body'>[] {
  return db
    .prepare<Omit<DeliveryRow, 'body'>>(
      `SELECT ${columns} FROM delivery WHERE outcome = 'quarantined' ORDER BY number DESC LIMIT +?`,
    )
    .all(limit)
}
