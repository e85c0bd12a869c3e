import type { Db } from './db.ts'

/** What becomes of a send: it waits, it arrived, its target refused it for good, or nobody wants it any more. */
export type SendState = 'waiting' | 'sent' | 'refused' | 'dropped'

/** One piece that goes out by a channel; `message` is JSON, null where it is put together from its alerts. Times ms UTC. */
export interface SendRow {
  number: number
  id: string
  channel: number
  message: string | null
  state: SendState
  dueAt: number
  createdAt: number
  tries: number
  endedAt: number | null
  answer: string | null
}

const columns = `number, id, channel, message, state, due_at AS dueAt, created_at AS createdAt, tries, ended_at AS endedAt,
  answer`

type NewSend = Pick<SendRow, 'id' | 'channel' | 'message' | 'dueAt' | 'createdAt'>

/** Its number; null where there is one by that id. `open`: alerts may still join it. */
export function insertSend(db: Db, { id, channel, message, dueAt, createdAt }: NewSend, open = false): number | null {
  const inserted = db
    .prepare<{ number: number }>(
      `INSERT INTO send (id, channel, message, open, state, due_at, created_at) VALUES (?, ?, ?, ?, 'waiting', ?, ?)
       ON CONFLICT DO NOTHING RETURNING number`,
    )
    .get(id, channel, message, open ? 1 : 0, dueAt, createdAt)
  return inserted?.number ?? null
}

/** A digest of a channel that goes out at a moment and was not tried yet. */
export function openSend(db: Db, channel: number, dueAt: number): number | null {
  return (
    db
      .prepare<{ number: number }>(
        "SELECT number FROM send WHERE channel = ? AND due_at = ? AND state = 'waiting' AND open = 1 AND tries = 0",
      )
      .get(channel, dueAt)?.number ?? null
  )
}

export function addToSend(db: Db, send: number, alert: number): void {
  db.prepare('INSERT INTO send_alert (send, alert) VALUES (?, ?) ON CONFLICT DO NOTHING').run(send, alert)
}

/** Alerts of sends that were not tried yet go out in another one of the same channel. */
export function joinSends(db: Db, into: number, sends: readonly number[]): void {
  const list = JSON.stringify(sends)
  db.prepare(
    'INSERT OR IGNORE INTO send_alert (send, alert) SELECT ?, alert FROM send_alert WHERE send IN (SELECT value FROM json_each(?))',
  ).run(into, list)
  db.prepare('DELETE FROM send_alert WHERE send IN (SELECT value FROM json_each(?))').run(list)
  db.prepare('DELETE FROM send WHERE number IN (SELECT value FROM json_each(?))').run(list)
}

/** Channels that have something to send now, that are on; and which of them wait for how many. */
export function channelsDue(db: Db, now: number): number[] {
  return db
    .prepare<{ channel: number }>(
      `SELECT c.number AS channel FROM channel c WHERE c.off_at IS NULL AND c.deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM send s WHERE s.channel = c.number AND s.state = 'waiting' AND s.due_at <= ?)`,
    )
    .all(now)
    .map(({ channel }) => channel)
}

/** What is due by a channel, what became due first first. */
export function sendsDue(db: Db, channel: number, now: number, limit: number): SendRow[] {
  return db
    .prepare<SendRow>(
      `SELECT ${columns} FROM send WHERE channel = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at, number LIMIT +?`,
    )
    .all(channel, now, limit)
}

/** When each channel that is on has something to send next. */
export function nextSends(db: Db): { channel: number; next: number }[] {
  return db
    .prepare<{ channel: number; next: number }>(
      `SELECT c.number AS channel, min(s.due_at) AS next FROM channel c
       JOIN send s ON s.channel = c.number AND s.state = 'waiting'
       WHERE c.off_at IS NULL AND c.deleted_at IS NULL GROUP BY c.number`,
    )
    .all()
}

export function storeSend(
  db: Db,
  {
    number,
    state,
    dueAt,
    tries,
    endedAt,
    answer,
  }: Pick<SendRow, 'number' | 'state' | 'dueAt' | 'tries' | 'endedAt' | 'answer'>,
): void {
  db.prepare(
    'UPDATE send SET state = ?, due_at = ?, tries = ?, ended_at = ?, answer = ?, open = 0 WHERE number = ?',
  ).run(state, dueAt, tries, endedAt, answer, number)
}

/** What waits by a channel will not go out. */
export function dropSends(db: Db, channel: number, at: number): void {
  db.prepare("UPDATE send SET state = 'dropped', ended_at = ? WHERE channel = ? AND state = 'waiting'").run(at, channel)
}

/** The same for what has waited since before a moment. */
export function dropOlder(db: Db, channel: number, before: number, at: number): void {
  db.prepare(
    "UPDATE send SET state = 'dropped', ended_at = ? WHERE channel = ? AND state = 'waiting' AND created_at < ?",
  ).run(at, channel, before)
}

export function findSend(db: Db, id: string): SendRow | undefined {
  return db.prepare<SendRow>(`SELECT ${columns} FROM send WHERE id = ?`).get(id)
}

/** The newest first. */
export function sendsOfChannel(db: Db, channel: number, before: number, limit: number): SendRow[] {
  return db
    .prepare<SendRow>(`SELECT ${columns} FROM send WHERE channel = ? AND number < ? ORDER BY number DESC LIMIT +?`)
    .all(channel, before, limit)
}

export function alertsOfSend(db: Db, send: number): number[] {
  return db
    .prepare<{ alert: number }>('SELECT alert FROM send_alert WHERE send = ? ORDER BY alert')
    .all(send)
    .map(({ alert }) => alert)
}

export function sendsOfAlert(db: Db, alert: number): SendRow[] {
  return db
    .prepare<SendRow>(
      `SELECT ${columns} FROM send WHERE number IN (SELECT send FROM send_alert WHERE alert = ?) ORDER BY number`,
    )
    .all(alert)
}

/** Forgets what ended before a moment, among the oldest so many sends of a channel; what waits stays. */
export function deleteOldSends(db: Db, channel: number, endedBefore: number, among: number): void {
  const old = `SELECT number FROM (SELECT number, ended_at FROM send WHERE channel = ? ORDER BY number LIMIT +?)
    WHERE ended_at < ?`
  // Nearly always there is none, and to ask costs a quarter of deleting none.
  if (!db.prepare(`${old} LIMIT 1`).get(channel, among, endedBefore)) return
  db.prepare(`DELETE FROM send_alert WHERE send IN (${old})`).run(channel, among, endedBefore)
  db.prepare(`DELETE FROM send WHERE number IN (${old})`).run(channel, among, endedBefore)
}

/** How many wait by each channel. */
export function countWaiting(db: Db): { channel: number; count: number }[] {
  return db
    .prepare<{ channel: number; count: number }>(
      "SELECT channel, count(*) AS count FROM send WHERE state = 'waiting' GROUP BY channel",
    )
    .all()
}
