import { unreadable } from '../sources/unreadable.ts'
import { addBadSignatures, addDeliveries, setValidated, uncountedDeliveries } from '../store/sources.ts'
import { Came } from './came.ts'
import type { Workspace } from './workspace.ts'

/** Deliveries are counted so often at most, ms, and so many at a time. */
const pause = 1_000
const most = 50_000

/**
 * Stores what was seen of the sources since it was last called: addresses that were validated, deliveries that came
 * and those that were refused. None of it may cost the intake anything, so the drain does it, outside of that.
 */
export function storeSeen(ws: Workspace): void {
  const now = ws.now()
  const { badSignatures, validated, remembered } = ws
  // Also when the clock has gone back.
  const toCount = Math.abs(now - remembered.deliveriesCountedAt) >= pause
  if (!toCount && badSignatures.size + validated.size === 0) return
  ws.relaxed(() => {
    storeRefused(ws)
    for (const [source, at] of validated) setValidated(ws.db, source, at)
    if (toCount) for (const counted of uncountedDeliveries(ws.db, most)) addDeliveries(ws.db, counted)
  })
  badSignatures.clear()
  validated.clear()
  if (toCount) remembered.deliveriesCountedAt = now
}

/** Deliveries that were refused for their signature: they came, though nothing of them is kept. */
function storeRefused(ws: Workspace): void {
  const came = new Came(ws)
  for (const [source, refused] of ws.badSignatures) {
    addBadSignatures(ws.db, source, refused)
    came.reject({ kind: 'webhooks', source }, { at: refused.lastAt, times: refused.count }, unreadable('signature'))
  }
  came.store()
  ws.watching.isStale = true
}
