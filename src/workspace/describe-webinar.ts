import { z } from 'zod'
import { canonicalJson, type DescriptionData } from '../domain/fact.ts'
import { Refused } from '../domain/refusal.ts'
import type { Webinar } from '../domain/webinar.ts'
import { drain } from './drain.ts'
import { needWebinar, ownName } from './find-webinar.ts'
import { ingest } from './ingest.ts'
import { readMoment } from './moment.ts'
import { word } from './webinar-kind.ts'
import { showWebinar, type WebinarRow } from './webinars.ts'
import type { Workspace } from './workspace.ts'

const text = z.string().trim().min(1).max(300)
const domain = z
  .string()
  .transform((given) => given.trim().toLowerCase().replace(/^@/, ''))
  .pipe(z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, 'expected a mail domain like partner.example'))
const partner = z.union([
  text.transform((name) => ({ name, domains: [] as string[] })),
  z.strictObject({ name: text, domains: z.array(domain).max(50).default([]) }),
])
const shape = z.strictObject({
  topic: text.optional(),
  kind: word.optional(),
  /** A brand with which the webinar is held; null: none. */
  partner: partner.nullable().optional(),
  cost: z.number().nonnegative().max(1e12).optional(),
  funnelStage: word.optional(),
  /** The live time, set by hand. */
  live: z.strictObject({ from: z.string(), to: z.string() }).optional(),
})

/** So long the answer waits for its counts; of a large webinar they follow. */
const patienceMs = 200

/**
 * What a producer says of a webinar; what the patch leaves out stays as it is. Everybody it concerns becomes due.
 * Throws `Refused('not_found')`, and `Refused('invalid')` that names the field.
 */
export async function describeWebinar(ws: Workspace, id: string, patch: unknown): Promise<WebinarRow> {
  const data = readPatch(patch)
  await ws.commit(() => {
    describe(ws, needWebinar(ws, id).webinar, data, ws.now())
  })
  drain(ws, patienceMs)
  return showWebinar(ws, id)
}

/** The same of what was read already. To be called inside a transaction. */
export function describe(ws: Workspace, webinar: Webinar, data: DescriptionData, time: number): void {
  const id = `described/${webinar.id}/${time}/${canonicalJson(data)}`
  ingest(ws, [{ id, type: 'webinar.described', time, webinar: ownName(webinar), data }], time)
}

function readPatch(patch: unknown): DescriptionData {
  const { data, error } = shape.safeParse(patch)
  if (!data) {
    const [issue] = error.issues
    const field = issue!.path.join('.') || (issue!.code === 'unrecognized_keys' ? issue!.keys[0]! : 'body')
    throw new Refused('invalid', `${field}: ${issue!.message}`, { field })
  }
  if (Object.keys(data).length === 0)
    throw new Refused('invalid', `Nothing to change: give ${fields.join(', ')}`, { field: 'body' })
  const { live, ...rest } = data
  if (!live) return rest
  const [from, to] = [readMoment(live.from, 'live.from')!, readMoment(live.to, 'live.to')!]
  if (!(from < to)) throw new Refused('invalid', 'live: it ends before it begins', { field: 'live' })
  return { ...rest, live: { from, to } }
}

const fields = Object.keys(shape.shape)
