import { Refused } from '../domain/refusal.ts'
import type { WebhookReading } from '../sources/zoom/payload.ts'
import { insertDelivery, type Outcome } from '../store/deliveries.ts'
import { ingest } from './ingest.ts'
import type { Workspace } from './workspace.ts'

type ReadWebhook = Extract<WebhookReading, { outcome: 'read' }>

/** What became of a delivery. */
export interface Settled {
  outcome: Outcome
  event: string | null
  reason: string | null
}

/**
 * Stores a signed delivery with what it says. To be called inside a transaction.
 * The body is kept, except where it brings nothing new.
 */
export function storeDelivery(
  ws: Workspace,
  reading: WebhookReading,
  { source, body, receivedAt, late }: { source: number; body: Uint8Array; receivedAt: number; late: boolean },
): void {
  const settled = settleReading(ws, reading, receivedAt)
  insertDelivery(ws.db, { source, receivedAt, late, body: settled.outcome === 'duplicate' ? null : body, ...settled })
}

export function settleReading(ws: Workspace, reading: WebhookReading, receivedAt: number): Settled {
  switch (reading.outcome) {
    case 'unreadable':
      return { outcome: 'quarantined', event: null, reason: reading.reason }
    case 'ignored':
      return { outcome: 'ignored', event: reading.event, reason: null }
    case 'challenge':
      return { outcome: 'ignored', event: 'challenge', reason: null }
    case 'read':
      return settleRead(ws, reading, receivedAt)
  }
}

/** What cannot be taken in is no reason to refuse a delivery for ever: it waits in the quarantine. */
function settleRead(ws: Workspace, { event, statements }: ReadWebhook, receivedAt: number): Settled {
  try {
    const { duplicate } = ingest(ws, statements, receivedAt)
    const known = duplicate === statements.length && duplicate > 0
    return { outcome: known ? 'duplicate' : 'accepted', event, reason: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'invalid') throw error
    return { outcome: 'quarantined', event, reason: error.message }
  }
}
