import { momentOf } from '../moment.ts'
import { finalityNow } from '../reconciliation/finality.ts'
import { seriesNow, webinarNamed } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { listeners, tellEvent } from './events.ts'

/**
 * Tells that the attendance of a webinar is final, if a report of one of its rooms has just made it so; once. To be called
 * inside the transaction that notes the report, with the number of the room's name.
 */
export function tellFinal(ws: Workspace, name: number): void {
  if (!listeners(ws).some(({ events }) => events.has('webinar.final'))) return
  const webinar = webinarNamed(ws, name, 0)
  const { id, platform, platformId, topic, kind, startsAt, endsAt } = webinar
  const { finality } = finalityNow(ws, { webinar, known: seriesNow(ws, platform, platformId) }, true)
  if (finality.state !== 'final') return
  tellEvent(ws, 'webinar.final', id, {
    webinar: { id, platform, platformId, topic, kind, startsAt: momentOf(startsAt), endsAt: momentOf(endsAt) },
    since: momentOf(finality.since),
  })
}
