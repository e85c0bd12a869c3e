import { Refused } from '../domain/refusal.ts'
import { senderText } from '../domain/sender.ts'
import { isPlatform, readDelivery } from '../sources/index.ts'
import { bytesOf } from '../store/db.ts'
import { countQuarantined, quarantinedAfter, type Settled, settleDelivery } from '../store/deliveries.ts'
import { turnInDay } from '../store/source-days.ts'
import { findSource } from '../store/sources.ts'
import { dayOf } from './came.ts'
import { quarantined } from './quarantine.ts'
import { cameTo, deliveryId, notStored, settleReading } from './read-deliveries.ts'
import type { Workspace } from './workspace.ts'

/** What became of a delivery that was read again; `reason` where it still cannot be read. */
export interface Replayed {
  outcome: Settled['outcome']
  reason?: string
}

/**
 * Reads a quarantined delivery again with today's reader and ingests it as of its own arrival.
 * Throws `Refused('not_found')` where nothing of that id is in quarantine.
 */
export async function replayDelivery(ws: Workspace, id: string): Promise<Replayed> {
  try {
    return await ws.commit(() => settleAgain(ws, id, null))
  } catch (error) {
    if (error instanceof Refused) throw error
    ws.report('a delivery could not be stored', error)
    return ws.commit(() => settleAgain(ws, id, notStored(error)))
  }
}

/** So many are read again at once, at most. */
const most = 100

/**
 * Reads those in the quarantine again, the oldest first, so many behind the one with the id `after`. `left`: so many come
 * behind these; `next`: behind which to go on, null at the end. One that still cannot be read is passed over.
 */
export async function replayDeliveries(ws: Workspace, { after, limit = most }: { after?: string; limit?: number }) {
  const from = Number(/^d(\d{1,15})$/.exec(after ?? '')?.[1] ?? 0)
  const numbers = quarantinedAfter(ws.db, from, Math.min(limit, most))
  const items = await Promise.all(numbers.map((number) => replayed(ws, deliveryId(number))))
  const last = numbers.at(-1) ?? from
  const left = countQuarantined(ws.db, last)
  return { items: items.filter((item) => item !== null), left, next: left > 0 ? deliveryId(last) : null }
}

/** Null where somebody threw it away meanwhile. */
async function replayed(ws: Workspace, id: string): Promise<(Replayed & { id: string }) | null> {
  try {
    return { id, ...(await replayDelivery(ws, id)) }
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_found') return null
    throw error
  }
}

/** `fault`: what becomes of it where it cannot be stored. */
function settleAgain(ws: Workspace, id: string, fault: Settled | null): Replayed {
  const { number, source, receivedAt, body } = quarantined(ws, id)
  const platform = findSource(ws.db, source)!.platform
  if (!isPlatform(platform)) throw new Error(`nobody reads deliveries of ${platform}`)
  const settled = fault ?? settleReading(ws, readDelivery(platform, bytesOf(body)), receivedAt)
  settleDelivery(ws.db, number, settled)
  const { outcome, reason } = settled
  if (outcome !== 'quarantined') {
    const sender = senderText({ kind: 'webhooks', source })
    turnInDay(ws.db, sender, dayOf(ws, receivedAt), cameTo[outcome])
  }
  return reason === null ? { outcome } : { outcome, reason }
}
