import { Refused } from '../domain/refusal.ts'
import { delayOf } from '../domain/tally.ts'
import { type ActivityReading, readActivities, systemOf } from '../sources/activities/activities.ts'
import { Came, calendarOf } from './came.ts'
import { ingest } from './ingest.ts'
import type { Workspace } from './workspace.ts'

export interface ReceivedActivities {
  accepted: number
  duplicate: number
  rejected: { index: number; id: string | null; reason: string }[]
}

/**
 * Takes one CloudEvent or a batch, all in one commit. One that is wrong is rejected with its place, the others are taken.
 * `by` says who let it in, for what came from whom. Throws `Refused('invalid')` when the body is neither,
 * `Refused('unavailable')` when it was not stored.
 */
export function receiveActivities(ws: Workspace, body: unknown, by = ''): Promise<ReceivedActivities> {
  const receivedAt = ws.now()
  const { readings } = readActivities(body)
  return ws.commit(() => {
    const received: ReceivedActivities = { accepted: 0, duplicate: 0, rejected: [] }
    const came = new Came(ws)
    for (const reading of readings) {
      const sender = { kind: 'activities', by, name: systemOf(body, reading.index) } as const
      const { cameTo, reason } = takeReading(ws, reading, receivedAt)
      const arrived = { at: receivedAt, delay: delayOf(timeOf(reading), receivedAt, calendarOf(ws).createdAt) }
      if (cameTo === 'taken') received.accepted++
      if (cameTo === 'duplicate') received.duplicate++
      if (cameTo !== 'rejected') came.add(sender, cameTo, arrived)
      else {
        received.rejected.push({ index: reading.index, id: reading.id, reason })
        came.reject(sender, arrived, reason, reading.id)
      }
    }
    came.store()
    return received
  })
}

type Taken = { cameTo: 'taken' | 'duplicate'; reason?: never } | { cameTo: 'rejected'; reason: string }

function takeReading(ws: Workspace, reading: ActivityReading, receivedAt: number): Taken {
  if ('reason' in reading) return { cameTo: 'rejected', reason: reading.reason }
  try {
    const { accepted, conflicting } = ingest(ws, reading.statements, receivedAt)
    return { cameTo: accepted + conflicting > 0 ? 'taken' : 'duplicate' }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'invalid') throw error
    return { cameTo: 'rejected', reason: error.message }
  }
}

/** When it happened that an activity tells of, ms UTC. */
function timeOf(reading: ActivityReading): number | null {
  return 'reason' in reading ? null : (reading.statements[0]?.time ?? null)
}
