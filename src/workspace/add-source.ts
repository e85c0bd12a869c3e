import { randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import { isPlatform, platforms } from '../sources/index.ts'
import { findSource, insertSource, replaceSecret } from '../store/sources.ts'
import { sealed } from './known-source.ts'
import type { Workspace } from './workspace.ts'

/**
 * A place where a platform may send to: `path` is for the platform's settings, `secret` what it signs with.
 * Without a secret every delivery is refused until one is given. Throws `Refused('invalid')` for an unknown platform.
 */
export function addSource(ws: Workspace, { platform, secret }: { platform: string; secret?: string | undefined }) {
  if (!isPlatform(platform))
    throw new Refused('invalid', `platform: expected ${platforms.join(', ')}, got "${platform}"`, { field: 'platform' })
  const hookKey = `${ws.id}.${randomBytes(17).toString('base64url').slice(0, 22)}`
  const id = ws.transaction(() => {
    const number = insertSource(ws.db, { platform, hookKey, createdAt: ws.now() })
    if (secret) replaceSecret(ws.db, number, sealed(ws, number, secret))
    return sourceId(number)
  })
  return { source: { id, platform }, path: hookPath(platform, hookKey) }
}

/** Takes a new secret; the one before it keeps being accepted. Throws `Refused('not_found')`. */
export function changeSecret(ws: Workspace, id: string, secret: string): void {
  if (!secret) throw new Refused('invalid', 'secret: expected some text', { field: 'secret' })
  const number = Number(/^s(\d{1,9})$/.exec(id)?.[1])
  ws.transaction(() => {
    if (Number.isNaN(number) || !findSource(ws.db, number))
      throw new Refused('not_found', `There is no source "${id}"`, { field: 'id' })
    replaceSecret(ws.db, number, sealed(ws, number, secret))
    ws.remembered.sources.clear()
  })
}

/** Where a platform sends to; whoever knows it still needs the secret. */
export function hookPath(platform: string, hookKey: string): string {
  return `/hooks/${platform}/${hookKey}`
}

export function sourceId(number: number): string {
  return `s${number}`
}
