import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../domain/refusal.ts'

/**
 * The 32 bytes with which the secrets of all workspaces are encrypted: from `RIPEN_SECRET`, else from `<data>/secret`,
 * which is made at the first start.
 */
export function readSecret(data: string, given: string | undefined): Uint8Array {
  if (given !== undefined && given.trim().length < 16)
    throw new Refused('invalid', 'RIPEN_SECRET is too short: give at least 16 characters, better 32 random ones.')
  return createHash('sha256')
    .update(given?.trim() ?? kept(join(data, 'secret')))
    .digest()
}

function kept(path: string): string {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
