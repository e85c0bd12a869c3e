import type { Blob, Db } from './db.ts'
import { numberOfType } from './fact-type.ts'

/** Where a webinar's replay plays: canonical JSON, and since when it is so, ms UTC. `id`: the webinar's. */
export interface ReplayRow {
  id: string
  webinar: number
  json: string
  changed_at: number
}

/** A key as a link carries it. */
export interface LinkKeyRow {
  number: number
  id: Blob
  text: string
  person: number
}

/** A viewing as it was stored, by the name of its webinar; it came so many ms after its time. */
export interface WatchRow {
  name: number | null
  time: number
  received_after: number
  data: string
}

/** The replays of all occurrences of a platform id, the latest set first. */
export function replaysOfSeries(db: Db, platform: string, platformId: string): ReplayRow[] {
  return db
    .prepare<ReplayRow>(
      `SELECT w.id, r.webinar, r.json, r.changed_at FROM webinar w JOIN replay r ON r.webinar = w.number
       WHERE w.platform = ? AND w.platform_id = ? ORDER BY r.changed_at DESC`,
    )
    .all(platform, platformId)
}

export function writeReplay(db: Db, { webinar, json, changed_at }: Omit<ReplayRow, 'id'>): void {
  db.prepare(
    `INSERT INTO replay (webinar, json, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (webinar) DO UPDATE SET json = excluded.json, changed_at = excluded.changed_at`,
  ).run(webinar, json, changed_at)
}

export function deleteReplay(db: Db, webinar: number): void {
  db.prepare('DELETE FROM replay WHERE webinar = ?').run(webinar)
}

export function webinarIdOf(db: Db, number: number): string | undefined {
  return db.prepare<{ id: string }>('SELECT id FROM webinar WHERE number = ?').get(number)?.id
}

export function linkKeyOf(db: Db, number: number): LinkKeyRow | undefined {
  return db.prepare<LinkKeyRow>('SELECT number, id, text, person FROM person_key WHERE number = ?').get(number)
}

/** Remembers that a link was opened; only the first time counts. */
export function noteOpened(db: Db, webinar: number, key: number, at: number): void {
  db.prepare(
    'INSERT INTO replay_opened (webinar, key, opened_at) VALUES (?, ?, ?) ON CONFLICT (webinar, key) DO NOTHING',
  ).run(webinar, key, at)
}

/** When each of these people first opened a link of a webinar, ms UTC; who did not is not in it. */
export function openedBy(db: Db, webinar: number, people: readonly number[]): Map<number, number> {
  const rows = db
    .prepare<{ person: number; at: number }>(
      `SELECT k.person, min(o.opened_at) AS at
       FROM json_each(?) j CROSS JOIN person_key k ON k.person = j.value
       CROSS JOIN replay_opened o ON o.webinar = +? AND o.key = k.number GROUP BY k.person`,
    )
    .all(JSON.stringify(people), webinar)
  return new Map(rows.map(({ person, at }) => [person, at]))
}

/** No-shows of a webinar: how many opened a link or watched on demand, and who watched. */
export function noShowsWhoCame(db: Db, model: number, webinar: number): { opened: number; watched: number[] } {
  const watched = db
    .prepare<{ person: number }>(
      `SELECT person FROM place INDEXED BY place_by_score
       WHERE model = ? AND webinar = ? AND replayed = 1 AND no_show = 1`,
    )
    .all(model, webinar)
    .map(({ person }) => person)
  const { only } = db
    .prepare<{ only: number }>(
      `SELECT count(DISTINCT k.person) AS only FROM replay_opened o CROSS JOIN person_key k ON k.number = o.key
       CROSS JOIN standing s ON s.model = ? AND s.person = k.person AND s.webinar = o.webinar
       WHERE o.webinar = ? AND s.no_show = 1 AND s.replayed = 0`,
    )
    .get(model, webinar)!
  return { opened: watched.length + only, watched }
}

const watchedOf = `SELECT name, time, received_after, data FROM fact WHERE key = ? AND type = ${numberOfType('replay.watched')}
  ORDER BY number`

/** What a key watched on demand, in the order in which it became known. */
export function watchFactsOf(db: Db, key: number): WatchRow[] {
  return db.prepare<WatchRow>(watchedOf).all(key)
}
