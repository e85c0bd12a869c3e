import type { WebhookReading } from '../sources/zoom/payload.ts'
import { insertDelivery, type Outcome } from '../store/deliveries.ts'
import { ingest } from './ingest.ts'
import type { Workspace } from './workspace.ts'

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
    case 'read': {
      const { duplicate } = ingest(ws, reading.statements, receivedAt)
      const known = duplicate === reading.statements.length && duplicate > 0
      return { outcome: known ? 'duplicate' : 'accepted', event: reading.event, reason: null }
    }
  }
}
