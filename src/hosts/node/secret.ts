import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { secretOf } from '../../http/secret.ts'

/** The 32 bytes with which the secrets of all workspaces are encrypted: from `RIPEN_SECRET`, else as `keptSecret`. */
export function readSecret(data: string, given: string | undefined): Uint8Array {
  return secretOf(given ?? keptSecret(data))
}

/** What `<data>/secret` holds; made at the first start. */
export function keptSecret(data: string): string {
  const path = join(data, 'secret')
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
