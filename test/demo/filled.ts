import { ownModel } from '../../src/demo/model.ts'
import { makeSample, type Sample } from '../../src/demo/sample.ts'
import { parseModel } from '../../src/domain/model.ts'
import { describeWebinar } from '../../src/workspace/describe-webinar.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'

/** A workspace in memory that has taken in everything of the sample that had happened by `now`. */
export async function filled(now: number): Promise<{ ws: Workspace; sample: Sample }> {
  const sample = makeSample('shaked', now)
  const observes = ['mail', 'phone', 'whatsapp', 'site']
  const { ws } = makeWorkspace(now, { holidays: ['IL'], observes, staffDomains: ['shaked.example'] })
  publishModel(ws, ownModel(parseModel(currentModel(ws).model)))
  drained(ws)
  const deliver = makeHook(ws)
  await Promise.all(sample.created.map(deliver))
  await bringIn(ws, sample.report)
  for (const { platformId, patch } of sample.described) {
    const webinar = webinars(ws).items.find((item) => item.platformId === platformId)!
    await describeWebinar(ws, webinar.id, patch)
  }
  await Promise.all(sample.webhooks.map(deliver))
  await bringIn(ws, sample.lateReport)
  for (let at = 0; at < sample.activities.length; at += 1000)
    await receiveActivities(ws, sample.activities.slice(at, at + 1000))
  await bringIn(ws, sample.deals)
  return { ws: drained(ws), sample }
}

async function bringIn(ws: Workspace, { file, text }: { file: string; text: string }): Promise<void> {
  const { skipped } = await importFile(ws, { file, bytes: new TextEncoder().encode(text), timezone: 'Asia/Jerusalem' })
  if (file === 'deals.csv' && skipped.length > 0) throw new Error(`row ${skipped[0]!.row}: ${skipped[0]!.reason}`)
}
