import { type Blob, bytesOf, type Db } from './db.ts'
import { hexOf } from './hex.ts'

/** A key as it is stored. `id`: of its hash; `usedOn`: the day (since 1970, UTC) on which it was last used. */
export interface ApiKeyRow {
  id: string
  name: string
  ending: string | null
  scopes: string[]
  createdAt: number
  createdBy: string | null
  usedOn: number | null
}

interface Stored extends Omit<ApiKeyRow, 'id' | 'scopes'> {
  hash: Blob
  scopes: string
}

const columns = 'hash, scopes, created_at AS createdAt, name, ending, created_by AS createdBy, used_on AS usedOn'
const idBytes = 8

export function insertApiKey(db: Db, hash: Uint8Array, key: Omit<ApiKeyRow, 'id' | 'usedOn'>): void {
  const { scopes, createdAt, name, ending, createdBy } = key
  db.prepare('INSERT INTO api_key (hash, scopes, created_at, name, ending, created_by) VALUES (?, ?, ?, ?, ?, ?)').run(
    hash,
    JSON.stringify(scopes),
    createdAt,
    name,
    ending,
    createdBy,
  )
}

export function findApiKey(db: Db, hash: Uint8Array): { scopes: string[]; usedOn: number | null } | null {
  const row = db
    .prepare<{ scopes: string; usedOn: number | null }>('SELECT scopes, used_on AS usedOn FROM api_key WHERE hash = ?')
    .get(hash)
  return row ? { scopes: JSON.parse(row.scopes), usedOn: row.usedOn } : null
}

/** All keys, the oldest first. */
export function listApiKeys(db: Db): ApiKeyRow[] {
  const rows = db.prepare<Stored>(`SELECT ${columns} FROM api_key ORDER BY created_at, name, hash`).all()
  return rows.map(({ hash, scopes, ...row }) => ({ id: apiKeyId(hash), scopes: JSON.parse(scopes), ...row }))
}

/** By the hex digits of its id. False: there is none. */
export function deleteApiKey(db: Db, id: string): boolean {
  return (
    db.prepare(`DELETE FROM api_key WHERE lower(hex(substr(hash, 1, ${idBytes}))) = ? RETURNING 1`).get(id) !==
    undefined
  )
}

export function writeApiKeyUsed(db: Db, hash: Uint8Array, day: number): void {
  db.prepare('UPDATE api_key SET used_on = ? WHERE hash = ?').run(day, hash)
}

export function apiKeyId(hash: Blob): string {
  return hexOf(bytesOf(hash).subarray(0, idBytes))
}
