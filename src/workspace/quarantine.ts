import { Refused } from '../domain/refusal.ts'
import { senderText } from '../domain/sender.ts'
import { isPlatform, readDelivery } from '../sources/index.ts'
import { bytesOf } from '../store/db.ts'
import { findDelivery, listQuarantined, type Outcome, settleDelivery } from '../store/deliveries.ts'
import { turnInDay } from '../store/source-days.ts'
import { findSource } from '../store/sources.ts'
import { sourceId } from './add-source.ts'
import { dayOf } from './came.ts'
import { momentOf } from './moment.ts'
import { cameTo, deliveryId, settleReading } from './read-deliveries.ts'
import type { Workspace } from './workspace.ts'

/** So many are listed at most. */
const most = 500

/** Signed deliveries that could not be read, newest first. */
export function quarantine(ws: Workspace) {
  const items = listQuarantined(ws.db, most).map(({ number, source, receivedAt, reason, late }) => ({
    id: deliveryId(number),
    source: sourceId(source),
    receivedAt: momentOf(receivedAt),
    reason: reason ?? '',
    late: late === 1,
  }))
  return { items }
}

/**
 * Reads a quarantined delivery again with today's reader and ingests it as of its own arrival.
 * Throws `Refused('not_found')` where nothing of that id is in quarantine.
 */
export function replayDelivery(ws: Workspace, id: string): Promise<{ outcome: Outcome; reason?: string }> {
  return ws.commit(() => {
    const row = findDelivery(ws.db, Number(/^d(\d{1,15})$/.exec(id)?.[1] ?? -1))
    const platform = row && findSource(ws.db, row.source)?.platform
    if (row?.outcome !== 'quarantined' || !row.body || !platform || !isPlatform(platform))
      throw new Refused('not_found', `There is no delivery "${id}" in quarantine`, { field: 'id' })
    const settled = settleReading(ws, readDelivery(platform, bytesOf(row.body)), row.receivedAt)
    settleDelivery(ws.db, row.number, settled)
    const sender = senderText({ kind: 'webhooks', source: row.source })
    if (settled.outcome !== 'quarantined') turnInDay(ws.db, sender, dayOf(ws, row.receivedAt), cameTo[settled.outcome])
    return settled.reason === null ? { outcome: settled.outcome } : { outcome: settled.outcome, reason: settled.reason }
  })
}
