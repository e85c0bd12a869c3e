import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { secretOf } from '../../http/secret.ts'
import { writeSurely } from './sure-file.ts'

/** The 32 bytes with which the secrets of all workspaces are encrypted: from `RIPEN_SECRET`, else as `keptSecret`. */
export function readSecret(data: string, given: string | undefined): Uint8Array {
  return secretOf(given ?? keptSecret(data))
}

/** What `<data>/secret` holds; made at the first start. */
export function keptSecret(data: string): string {
  const path = join(data, 'secret')
  if (!existsSync(path)) writeSurely(path, `${randomBytes(32).toString('base64url')}\n`)
  return readFileSync(path, 'utf8').trim()
}
