import { Refused } from '../domain/refusal.ts'
import { type ActivityReading, readActivities } from '../sources/activities/activities.ts'
import { ingest } from './ingest.ts'
import type { Workspace } from './workspace.ts'

export interface ReceivedActivities {
  accepted: number
  duplicate: number
  rejected: { index: number; id: string | null; reason: string }[]
}

/**
 * Takes one CloudEvent or a batch, all in one commit. One that is wrong is rejected with its place, the others are taken.
 * Throws `Refused('invalid')` when the body is neither, `Refused('unavailable')` when it was not stored.
 */
export function receiveActivities(ws: Workspace, body: unknown): Promise<ReceivedActivities> {
  const receivedAt = ws.now()
  const { readings } = readActivities(body)
  return ws.commit(() => {
    const received: ReceivedActivities = { accepted: 0, duplicate: 0, rejected: [] }
    for (const reading of readings) takeReading(ws, reading, receivedAt, received)
    return received
  })
}

function takeReading(ws: Workspace, reading: ActivityReading, receivedAt: number, received: ReceivedActivities): void {
  const { index, id } = reading
  if ('reason' in reading) {
    received.rejected.push({ index, id, reason: reading.reason })
    return
  }
  try {
    const { accepted, conflicting } = ingest(ws, reading.statements, receivedAt)
    if (accepted + conflicting > 0) received.accepted++
    else received.duplicate++
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'invalid') throw error
    received.rejected.push({ index, id, reason: error.message })
  }
}
