import { createHash, randomBytes } from 'node:crypto'
import { insertApiKey, scopesOfApiKey } from '../store/settings.ts'
import type { Workspace } from './workspace.ts'

/** Everything a key may be allowed to do. */
export const allScopes = ['read', 'write', 'manage'] as const

/** A new key of this workspace. It is shown once: only its hash is stored. */
export function addApiKey(ws: Workspace, scopes: readonly string[]): string {
  const key = `rk_${ws.id}_${randomBytes(24).toString('base64url')}`
  ws.transaction(() => insertApiKey(ws.db, hashOf(key), scopes, ws.now()))
  return key
}

/** What a key may do; null when it is none of this workspace. */
export function checkApiKey(ws: Workspace, key: string): string[] | null {
  return scopesOfApiKey(ws.db, hashOf(key))
}

function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(key).digest())
}
