import { Refused } from '../../domain/refusal.ts'
import type { Statement } from '../../domain/statement.ts'
import { readJson } from '../json.ts'
import { cleanText } from '../text.ts'
import { unreadable } from '../unreadable.ts'
import { readers } from './facts.ts'

/**
 * What a webhook says. `read`: it states something. `ignored`: Zoom's own, but nothing for us (an unknown event, a
 * meeting's recording, an update of settings). `unreadable`: for the quarantine, with the reason in words.
 * `at`: when it happened, ms UTC, by Zoom's own clock (`event_ts`); null where the delivery does not say.
 */
export type WebhookReading =
  | { outcome: 'read'; event: string; at: number | null; statements: Statement[] }
  | { outcome: 'challenge'; plainToken: string }
  | { outcome: 'ignored'; event: string; at: number | null }
  | { outcome: 'unreadable'; reason: string }

const challenge = 'endpoint.url_validation'

/** Whether a body may be Zoom's challenge, told without parsing it. */
export function mayBeChallenge(raw: Uint8Array): boolean {
  return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).includes(challenge)
}

/** The token of Zoom's challenge; null of every other body. */
export function readChallenge(raw: Uint8Array): string | null {
  const reading = mayBeChallenge(raw) ? readWebhook(raw) : null
  return reading?.outcome === 'challenge' ? reading.plainToken : null
}

/** Reads the body of a webhook, which must have been verified. Never throws, whatever the bytes. */
export function readWebhook(raw: Uint8Array): WebhookReading {
  const { value: body, reason } = readJson(raw)
  if (reason !== undefined) return { outcome: 'unreadable', reason }
  if (Array.isArray(body)) return { outcome: 'unreadable', reason: unreadable('list').text }
  const event = isObject(body) && typeof body.event === 'string' ? cleanText(body.event, 100) : ''
  if (!isObject(body) || !event) return { outcome: 'unreadable', reason: unreadable('noEvent').text }
  if (event === challenge) return challengeOf(body.payload)
  return readEvent(event, body)
}

function readEvent(event: string, body: Record<string, unknown>): WebhookReading {
  try {
    const statements = readers.get(event)?.(body) ?? []
    const at = momentOf(body.event_ts)
    return statements.length > 0 ? { outcome: 'read', event, at, statements } : { outcome: 'ignored', event, at }
  } catch (error) {
    // A fault of ours is no reason to lose a delivery either: it waits for a better reader.
    const why = error instanceof Refused ? error.message : `Ripen failed to read it (${(error as Error).name})`
    return { outcome: 'unreadable', reason: `${event}: ${why}` }
  }
}

/** Seen as a number and as a text. */
function momentOf(stamp: unknown): number | null {
  const ms = typeof stamp === 'number' || typeof stamp === 'string' ? Number(stamp || Number.NaN) : Number.NaN
  return Number.isSafeInteger(ms) ? ms : null
}

/** Zoom's tokens are short words. A colon could make the answer the signature of another body. */
function challengeOf(payload: unknown): WebhookReading {
  const token = isObject(payload) ? payload.plainToken : undefined
  return typeof token === 'string' && /^[\w+/=.-]{1,256}$/.test(token)
    ? { outcome: 'challenge', plainToken: token }
    : { outcome: 'unreadable', reason: unreadable('noToken').text }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
