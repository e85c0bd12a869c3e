import { Refused } from '../domain/refusal.ts'
import { whyUnreadable } from '../sources/unreadable.ts'
import { bytesOf } from '../store/db.ts'
import {
  countQuarantined,
  type DeliveryRow,
  discard,
  findDelivery,
  listDiscarded,
  listQuarantined,
} from '../store/deliveries.ts'
import { sourceId } from './add-source.ts'
import { saidOf } from './imported.ts'
import { momentOf } from './moment.ts'
import { quarantineWords } from './quarantine-words.ts'
import { deliveryId } from './read-deliveries.ts'
import type { Workspace } from './workspace.ts'

/** So many are listed at most, and so much of a body is shown, in characters. */
const most = 500
const shownText = 20_000

/** Signed deliveries that could not be read, newest first. `total`: so many there are, where not all are listed. */
export function quarantine(ws: Workspace) {
  const items = listQuarantined(ws.db, most).map(({ bytes, event, ...row }) => ({ ...shown(row), event, bytes }))
  return items.length < most ? { items } : { items, total: countQuarantined(ws.db) }
}

/** What was thrown away of them, by whom and when, the latest first. */
export function discardedDeliveries(ws: Workspace) {
  const items = listDiscarded(ws.db, most).map(({ discardedAt, discardedBy, ...row }) => ({
    ...shown(row),
    discardedAt: momentOf(discardedAt),
    discardedBy,
  }))
  return { items }
}

/**
 * One of them with its body as text, made readable where it is JSON and cut where it is long (`isCut`).
 * Throws `Refused('not_found')`.
 */
export function quarantinedDelivery(ws: Workspace, id: string) {
  const row = quarantined(ws, id)
  const bytes = bytesOf(row.body)
  const text = readable(bytes)
  const isCut = text.length > shownText
  const body = isCut ? text.slice(0, shownText).replace(/[\ud800-\udbff]$/, '') : text
  return { ...shown(row), event: row.event, bytes: bytes.byteLength, body, isCut }
}

/** The bytes of one of them as they came. Throws `Refused('not_found')`. */
export function quarantinedBody(ws: Workspace, id: string): Uint8Array {
  return bytesOf(quarantined(ws, id).body)
}

/** Throws one of them away; who did, when, and why it could not be read stays. Throws `Refused('not_found')`. */
export function discardDelivery(ws: Workspace, id: string, by: string): void {
  ws.transaction(() => discard(ws.db, quarantined(ws, id).number, ws.now(), by))
}

/** A delivery that waits in the quarantine. Throws `Refused('not_found')`. */
export function quarantined(ws: Workspace, id: string): DeliveryRow & { body: NonNullable<DeliveryRow['body']> } {
  const row = findDelivery(ws.db, Number(/^d(\d{1,15})$/.exec(id)?.[1] ?? -1))
  if (row?.outcome === 'quarantined' && row.body !== null) return { ...row, body: row.body }
  throw new Refused('not_found', quarantineWords('notThere', { id }), { field: 'id' })
}

function shown({ number, source, receivedAt, reason, late }: Omit<DeliveryRow, 'body' | 'event' | 'outcome'>) {
  const why = whyUnreadable(reason ?? '')
  return {
    id: deliveryId(number),
    source: sourceId(source),
    receivedAt: momentOf(receivedAt),
    reason: reason ?? '',
    ...(typeof why === 'object' && saidOf(why)),
    late: late === 1,
  }
}

// What nobody sees, or what makes a text read backwards, stands there as its number.
const unseen = /(?![\n\t])\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

function readable(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return indented(text).replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
