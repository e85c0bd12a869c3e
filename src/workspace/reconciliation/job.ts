import { Refused } from '../../domain/refusal.ts'
import { needWebinar } from '../find-webinar.ts'
import { findJob, type Job, startJob } from '../jobs.ts'
import { currentVersion } from '../live-models.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { type Gathered, gather } from './gather.ts'

const kind = 'sheet'

/** So long what was gathered is given again while nothing is told to have changed, ms. */
const fresh = 10_000

/** A step looks at a handful of people. */
const stepsInSlice = 6

/**
 * The reconciliation of a webinar, gathered beside everything else; whoever asks for it while nothing has changed gets
 * the same. Throws `Refused('not_found')`.
 */
export function gathering(ws: Workspace, webinarId: string): Job<Gathered> {
  const of = needWebinar(ws, webinarId)
  const revision = ws.revisions.of(numberOfWebinar(ws, of.webinar))
  const own = `${kind}_${of.webinar.id}.${currentVersion(ws)}.${revision}`
  for (const job of ws.jobs.values() as Iterable<Job<Gathered>>) {
    if (!job.id.startsWith(`${own}_`) || job.error !== null) continue
    if (job.result === null || ws.now() - job.result.asOf < fresh) return job
  }
  return startJob(ws, own, { at: ws.now() }, () => gather(ws, of, revision), stepsInSlice)
}

/** One that was asked for before. Throws `Refused('not_found')` where it is no longer remembered. */
export function gatheredBefore(ws: Workspace, webinarId: string, id: string): Gathered {
  const { webinar } = needWebinar(ws, webinarId)
  const job = id.startsWith(`${kind}_${webinar.id}.`) ? findJob<Gathered>(ws, kind, id) : null
  if (!job?.result)
    throw new Refused('not_found', `There is no sheet "${id}" any more: ask for it again.`, { field: 'sheet' })
  return job.result
}
