import { bytesOf } from '../store/db.ts'
import { findSourceByKey } from '../store/sources.ts'
import type { Workspace } from './workspace.ts'

/** A source as deliveries need it. `secrets`: with which it may sign, the current one first. */
export interface KnownSource {
  number: number
  secrets: string[]
}

/** The source of a platform that has this hook key; null when there is none. */
export function knownSource(ws: Workspace, platform: string, hookKey: string): KnownSource | null {
  const known = ws.remembered.sources.get(hookKey)
  if (known) return known
  const row = findSourceByKey(ws.db, platform, hookKey)
  if (!row) return null
  const { number, secret, previousSecret } = row
  const secrets = [secret, previousSecret].flatMap((each) =>
    each ? [ws.crypt.open(bytesOf(each), about(ws, number))] : [],
  )
  ws.remembered.sources.set(hookKey, { number, secrets })
  return { number, secrets }
}

/** A secret as it is stored. */
export function sealed(ws: Workspace, source: number, secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ws.crypt.seal(secret, about(ws, source)))
}

function about(ws: Workspace, source: number): string {
  return `${ws.id}/source/${source}`
}
