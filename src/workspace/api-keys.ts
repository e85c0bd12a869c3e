import { createHash, randomBytes } from 'node:crypto'
import type { Doer } from '../domain/audit.ts'
import { Refused } from '../domain/refusal.ts'
import { apiKeyId, deleteApiKey, findApiKey, insertApiKey, listApiKeys, writeApiKeyUsed } from '../store/api-keys.ts'
import { record } from './audit/record.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

/** Everything a key may be allowed to do. */
export const allScopes = ['read', 'write', 'manage'] as const

/** A key as its owner knows it again; the key itself is shown once, when it is made. */
export interface ShownKey {
  id: string
  name: string
  /** Its last characters; null: it was made by an earlier release. */
  ending: string | null
  scopes: string[]
  createdAt: string
  createdBy: string | null
  /** The day, as 2026-04-16 (UTC); null: never yet. */
  lastUsedOn: string | null
}

const dayMs = 86_400_000
const shownEnd = 4

/** A new key of this workspace. It is shown once: only its hash is stored. */
export function addApiKey(
  ws: Workspace,
  scopes: readonly string[],
  { name = '', createdBy = null }: { name?: string; createdBy?: string | null } = {},
): string {
  const key = `rk_${ws.id}_${randomBytes(24).toString('base64url')}`
  const about = { scopes: [...scopes], createdAt: ws.now(), name, ending: endOf(key), createdBy }
  ws.transaction(() => insertApiKey(ws.db, hashOf(key), about))
  return key
}

/** The same by somebody, which the log keeps. */
export function makeApiKey(ws: Workspace, { name, scopes }: { name: string; scopes: string[] }, doer: Doer) {
  return ws.transaction(() => {
    const apiKey = addApiKey(ws, scopes, { name, createdBy: doer.by })
    record(ws, doer, { act: 'key.made', details: { name, ending: endOf(apiKey), scopes } })
    const id = idOf(apiKeyId(hashOf(apiKey)))
    return { key: apiKeys(ws).items.find((each) => each.id === id)!, apiKey }
  })
}

/** Every key that holds, the oldest first. */
export function apiKeys(ws: Workspace): { items: ShownKey[] } {
  return {
    items: listApiKeys(ws.db).map(({ id, createdAt, usedOn, ...key }) => ({
      ...key,
      id: idOf(id),
      createdAt: momentOf(createdAt),
      lastUsedOn: usedOn === null ? null : momentOf(usedOn * dayMs).slice(0, 10),
    })),
  }
}

/** From now on the key is none. Throws `Refused('not_found')`. */
export function revokeApiKey(ws: Workspace, id: string, doer: Doer): void {
  ws.transaction(() => {
    const key = apiKeys(ws).items.find((each) => each.id === id)
    if (!key || !deleteApiKey(ws.db, id.slice(2)))
      throw new Refused('not_found', `There is no API key "${id}". "GET /api/v1/api-keys" lists them.`, { field: 'id' })
    record(ws, doer, { act: 'key.revoked', details: { name: key.name, ending: key.ending } })
  })
}

/** What a key may do; null when it is none of this workspace. Once a day it is noted that it was used. */
export function checkApiKey(ws: Workspace, key: string): string[] | null {
  const hash = hashOf(key)
  const found = findApiKey(ws.db, hash)
  if (!found) return null
  const today = Math.floor(ws.now() / dayMs)
  if (found.usedOn !== today) noteUsed(ws, hash, today)
  return found.scopes
}

/** Without waiting for the disk; where it cannot be written the call goes on all the same. */
function noteUsed(ws: Workspace, hash: Uint8Array, today: number): void {
  try {
    ws.relaxed(() => writeApiKeyUsed(ws.db, hash, today))
  } catch (error) {
    ws.report('it is not noted that an API key was used', error)
  }
}

/** By what a key is known again: its last characters. */
export function endOf(key: string): string {
  return `…${key.slice(-shownEnd)}`
}

const idOf = (hex: string) => `k_${hex}`

function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(key).digest())
}
