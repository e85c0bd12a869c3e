import type { Blob, Db } from './db.ts'

/** A channel as stored: address and secrets sealed, `shown` what may be seen of the address, `events` JSON. Times ms UTC. */
export interface ChannelRow {
  number: number
  id: string
  kind: string
  name: string
  address: Blob
  shown: string
  secret: Blob | null
  previousSecret: Blob | null
  language: string
  events: string
  createdAt: number
  refused: number
  failingSince: number | null
  lastAt: number | null
  lastAnswer: string | null
  lastOutcome: string | null
  offAt: number | null
  offReason: string | null
}

const columns = `number, id, kind, name, address, shown, secret, previous_secret AS previousSecret, language, events,
  created_at AS createdAt, refused, failing_since AS failingSince, last_at AS lastAt, last_answer AS lastAnswer,
  last_outcome AS lastOutcome, off_at AS offAt, off_reason AS offReason`

/** Those that were not deleted. */
export function allChannels(db: Db): ChannelRow[] {
  return db.prepare<ChannelRow>(`SELECT ${columns} FROM channel WHERE deleted_at IS NULL ORDER BY number`).all()
}

export function channelOfNumber(db: Db, number: number): ChannelRow | undefined {
  return db.prepare<ChannelRow>(`SELECT ${columns} FROM channel WHERE number = ? AND deleted_at IS NULL`).get(number)
}

export type ChannelContent = Pick<ChannelRow, 'name' | 'address' | 'shown' | 'language' | 'events'>

export function insertChannel(
  db: Db,
  channel: ChannelContent & Pick<ChannelRow, 'id' | 'kind' | 'secret' | 'createdAt'>,
): number {
  const { id, kind, name, address, shown, secret, language, events, createdAt } = channel
  return db
    .prepare<{ number: number }>(
      `INSERT INTO channel (id, kind, name, address, shown, secret, language, events, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    )
    .get(id, kind, name, address as Uint8Array, shown, secret as Uint8Array | null, language, events, createdAt)!.number
}

export function replaceChannel(db: Db, number: number, content: ChannelContent): void {
  const { name, address, shown, language, events } = content
  db.prepare('UPDATE channel SET name = ?, address = ?, shown = ?, language = ?, events = ? WHERE number = ?').run(
    name,
    address as Uint8Array,
    shown,
    language,
    events,
    number,
  )
}

/** A new secret; that of before is the previous one. */
export function replaceChannelSecret(db: Db, number: number, secret: Uint8Array): void {
  db.prepare('UPDATE channel SET previous_secret = secret, secret = ? WHERE number = ?').run(secret, number)
}

export function deleteChannel(db: Db, number: number, at: number): void {
  db.prepare('UPDATE channel SET deleted_at = ? WHERE number = ?').run(at, number)
}

/** What its target said last, and how it stands. */
export type ChannelStand = Pick<
  ChannelRow,
  'refused' | 'failingSince' | 'lastAt' | 'lastAnswer' | 'lastOutcome' | 'offAt' | 'offReason'
>

export function storeChannelStand(db: Db, number: number, stand: ChannelStand): void {
  const { refused, failingSince, lastAt, lastAnswer, lastOutcome, offAt, offReason } = stand
  db.prepare(
    `UPDATE channel SET refused = ?, failing_since = ?, last_at = ?, last_answer = ?, last_outcome = ?, off_at = ?,
     off_reason = ? WHERE number = ?`,
  ).run(refused, failingSince, lastAt, lastAnswer, lastOutcome, offAt, offReason, number)
}
