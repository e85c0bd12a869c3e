import { Refused } from '../domain/refusal.ts'
import { bytesOf } from '../store/db.ts'
import { allSources, findSourceByKey } from '../store/sources.ts'
import type { Workspace } from './workspace.ts'

/** A source as deliveries need it. `secrets`: with which it may sign, the current one first. */
export interface KnownSource {
  number: number
  secrets: string[]
}

/**
 * The source of a platform that has this hook key; null when there is none. Refused `unavailable` when its secret does
 * not open: nothing can be checked then, and whatever comes must be sent again.
 */
export function knownSource(ws: Workspace, platform: string, hookKey: string): KnownSource | null {
  const known = ws.remembered.sources.get(hookKey)
  if (known) return known
  const row = findSourceByKey(ws.db, platform, hookKey)
  if (!row) return null
  const { number, secret, previousSecret } = row
  const stored = [secret, previousSecret].flatMap((each) => (each ? [bytesOf(each)] : []))
  const secrets = stored.flatMap((each) => openSecret(ws, number, each) ?? [])
  if (stored.length > 0 && secrets.length === 0) {
    const why = new Refused('unavailable', 'The secret of this source does not open with the key of this server.')
    ws.report('secret of a source does not open: it was sealed with another RIPEN_SECRET or secret file', why)
    throw why
  }
  ws.remembered.sources.set(hookKey, { number, secrets })
  return { number, secrets }
}

/** The sources of which no secret opens with this server's key. */
export function unopenedSecrets(ws: Workspace): string[] {
  const shut = allSources(ws.db).filter(
    ({ number, secret }) => secret && openSecret(ws, number, bytesOf(secret)) === null,
  )
  return shut.map(({ number }) => `s${number}`)
}

/** Null for one that was sealed with another key: after a new one was given, that of before must not stand in its way. */
function openSecret(ws: Workspace, source: number, secret: Uint8Array): string | null {
  try {
    return ws.crypt.open(secret, about(ws, source))
  } catch {
    return null
  }
}

/** A secret as it is stored. */
export function sealed(ws: Workspace, source: number, secret: string): Uint8Array {
  return ws.crypt.seal(secret, about(ws, source))
}

function about(ws: Workspace, source: number): string {
  return `${ws.id}/source/${source}`
}
