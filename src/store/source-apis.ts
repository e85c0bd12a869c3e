import type { Blob, Db } from './db.ts'

/** A source's access to its platform's API as stored: the secret sealed, `hosts`, `problem` and `lacks` as JSON. */
export interface SourceApiRow {
  source: number
  account: string
  client: string
  secret: Blob
  hosts: string
  connectedAt: number
  problem: string | null
  pausedUntil: number | null
  lacks: string
  planned: number
  costlyDay: number
  costly: number
}

const columns = `source, account, client, secret, hosts, connected_at AS connectedAt, problem,
  paused_until AS pausedUntil, lacks, planned, costly_day AS costlyDay, costly`

export function allSourceApis(db: Db): SourceApiRow[] {
  return db.prepare<SourceApiRow>(`SELECT ${columns} FROM source_api ORDER BY source`).all()
}

export function findSourceApi(db: Db, source: number): SourceApiRow | undefined {
  return db.prepare<SourceApiRow>(`SELECT ${columns} FROM source_api WHERE source = ?`).get(source)
}

type NewAccess = Pick<SourceApiRow, 'source' | 'account' | 'client' | 'hosts' | 'connectedAt' | 'lacks'> & {
  secret: Uint8Array
}

/** New access, or other access than before, of which what was wrong is forgotten, but not since when there is any. */
export function writeSourceApi(
  db: Db,
  { source, account, client, secret, hosts, connectedAt, lacks }: NewAccess,
): void {
  db.prepare(
    `INSERT INTO source_api (source, account, client, secret, hosts, connected_at, lacks) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source) DO UPDATE SET account = excluded.account, client = excluded.client, secret = excluded.secret,
       hosts = excluded.hosts, lacks = excluded.lacks, planned = 0, problem = NULL, paused_until = NULL`,
  ).run(source, account, client, secret, hosts, connectedAt, lacks)
}

export function deleteSourceApi(db: Db, source: number): void {
  db.prepare('DELETE FROM source_api WHERE source = ?').run(source)
}

/** Why nothing is asked, or no longer; and until when. */
export function pauseSource(db: Db, source: number, problem: string | null, until: number | null): void {
  db.prepare('UPDATE source_api SET problem = ?, paused_until = ? WHERE source = ?').run(problem, until, source)
}

export function setLacks(db: Db, source: number, lacks: string): void {
  db.prepare('UPDATE source_api SET lacks = ? WHERE source = ?').run(lacks, source)
}

export function setPlanned(db: Db, source: number): void {
  db.prepare('UPDATE source_api SET planned = 1 WHERE source = ?').run(source)
}

export function addCostly(db: Db, source: number, day: number, count: number): void {
  db.prepare(
    `UPDATE source_api SET costly = ? + CASE WHEN costly_day = ? THEN costly ELSE 0 END, costly_day = ?
     WHERE source = ?`,
  ).run(count, day, day, source)
}
