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
export interface DeliveryRow extends Omit<Settled, 'outcome'> {
  number: number
  outcome: Outcome | 'discarded'
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

/** One that could not be read, without its body. `bytes`: how long that is. */
export interface QuarantinedRow extends Omit<DeliveryRow, 'body'> {
  bytes: number
}

/** The newest deliveries that could not be read. */
export function listQuarantined(db: Db, limit: number): QuarantinedRow[] {
  return db
    .prepare<QuarantinedRow>(
      `SELECT ${columns}, length(body) AS bytes FROM delivery
       WHERE outcome = 'quarantined' ORDER BY number DESC LIMIT +?`,
    )
    .all(limit)
}

/** The numbers of the next that could not be read behind one, the oldest first. */
export function quarantinedAfter(db: Db, number: number, limit: number): number[] {
  return db
    .prepare<{ number: number }>(
      "SELECT number FROM delivery WHERE outcome = 'quarantined' AND number > ? ORDER BY number LIMIT +?",
    )
    .all(number, limit)
    .map((row) => row.number)
}

export function countQuarantined(db: Db, after = 0): number {
  return db
    .prepare<{ count: number }>("SELECT count(*) AS count FROM delivery WHERE outcome = 'quarantined' AND number > ?")
    .get(after)!.count
}

/** A delivery that somebody threw away unread. */
export interface DiscardedRow extends Omit<DeliveryRow, 'body'> {
  discardedAt: number
  discardedBy: string | null
}

/** Its body goes; why it could not be read stays. */
export function discard(db: Db, number: number, at: number, by: string): void {
  db.prepare("UPDATE delivery SET outcome = 'discarded', body = NULL WHERE number = ?").run(number)
  db.prepare('INSERT INTO discarded (delivery, discarded_at, discarded_by) VALUES (?, ?, ?)').run(number, at, by)
}

/** What was thrown away last. */
export function listDiscarded(db: Db, limit: number): DiscardedRow[] {
  return db
    .prepare<DiscardedRow>(
      `SELECT ${columns}, discarded_at AS discardedAt, discarded_by AS discardedBy
       FROM discarded CROSS JOIN delivery ON delivery.number = discarded.delivery
       ORDER BY discarded_at DESC, number DESC LIMIT +?`,
    )
    .all(limit)
}
