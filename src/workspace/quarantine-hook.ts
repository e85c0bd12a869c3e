import { whyUnreadable } from '../sources/unreadable.ts'
import { verify } from '../sources/zoom/verify.ts'
import { insertQuarantined } from '../store/deliveries.ts'
import { Came } from './came.ts'
import { knownSource } from './known-source.ts'
import type { Workspace } from './workspace.ts'

interface Unstored {
  key: string
  signature: readonly string[]
  body: Uint8Array
  receivedAt?: number
}

/** Puts a webhook that could not be stored otherwise into the quarantine, if its signature is good. */
export async function quarantineHook(ws: Workspace, hook: Unstored, reason: string): Promise<void> {
  const { key, body, receivedAt = ws.now() } = hook
  const [timestamp = '', signature = ''] = hook.signature
  const source = knownSource(ws, 'zoom', key)
  if (!source || verify(source.secrets, { timestamp, signature }, body) === null) return
  const arrival = { source: source.number, receivedAt, late: false, body }
  await ws.commit(() => {
    insertQuarantined(ws.db, arrival, reason)
    const came = new Came(ws)
    came.reject({ kind: 'webhooks', source: source.number }, { at: receivedAt }, whyUnreadable(reason))
    came.store()
  })
}
