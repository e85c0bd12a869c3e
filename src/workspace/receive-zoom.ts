import { Refused } from '../domain/refusal.ts'
import { readChallenge } from '../sources/zoom/payload.ts'
import { answerChallenge, verify } from '../sources/zoom/verify.ts'
import { insertDelivery } from '../store/deliveries.ts'
import { knownSource } from './known-source.ts'
import type { Workspace } from './workspace.ts'

export interface HookAnswer {
  status: 200 | 204 | 401 | 404 | 503
  body?: unknown
}

/** A signature older than this is no reason to refuse, but the delivery is marked. */
const lateMs = 2 * 3_600_000

/**
 * Takes a webhook of Zoom. 204 means that it is on disk; the drain reads it, once, whatever happens in between. A signed
 * delivery is never refused with 4xx, since Zoom would not send it again; nothing is acknowledged that was not stored.
 * The signature comes as the values of `signatureHeaders`; `receivedAt` says when it came, ms UTC, where it has waited.
 */
export async function receiveZoom(
  ws: Workspace,
  hookKey: string,
  [timestamp = '', signature = '']: readonly string[],
  body: Uint8Array,
  receivedAt: number = ws.now(),
): Promise<HookAnswer> {
  const source = knownSource(ws, 'zoom', hookKey)
  if (!source) return { status: 404 }
  const secret = verify(source.secrets, { timestamp, signature }, body)
  if (secret === null) {
    const before = ws.badSignatures.get(source.number)?.count ?? 0
    ws.badSignatures.set(source.number, { count: before + 1, lastAt: receivedAt })
    return { status: 401 }
  }
  // Answered without the database: Zoom asks again every 72 hours and switches off who does not answer.
  const plainToken = readChallenge(body)
  if (plainToken !== null) {
    ws.validated.set(source.number, receivedAt)
    return { status: 200, body: answerChallenge(plainToken, secret) }
  }
  const late = receivedAt - Number(timestamp) * 1000 > lateMs
  try {
    await ws.commit(() => insertDelivery(ws.db, { source: source.number, body, receivedAt, late }))
    return { status: 204 }
  } catch (error) {
    if (error instanceof Refused && error.code === 'unavailable') return { status: 503 }
    throw error
  }
}
