import { join } from 'node:path'
import { readWebhook } from '../../../src/sources/zoom/payload.ts'
import { ingest } from '../../../src/workspace/ingest.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { type Context, sized } from '../context.ts'
import { copyData, openData } from '../data.ts'
import { deliveries } from '../deliveries.ts'
import { atMost, type Row, rowOf, short } from '../row.ts'

const tables = ['fact', 'fact_conflict', 'mention', 'webinar_name', 'bond']
const presence = /"event":"webinar\.participant_(joined|left)"/

/** What a fact takes on disk with all indexes, as presence webhooks state it. */
export async function run(context: Context): Promise<Row[]> {
  const webinars = 4
  const mix = { first: 0, webinars, people: sized(context, 10_000, 250), known: context.company.people }
  const bodies = deliveries(mix)
  const facts = sizeOf(
    context,
    'presence',
    bodies.filter((body) => presence.test(body)),
  )
  const all = sizeOf(context, 'all', bodies)
  const { value, baseline, costs, count } = facts
  return [
    rowOf({
      name: 'storage',
      what: `a stored fact with all indexes: ${count.toLocaleString('en')} joins and leaves, with names and reasons`,
      against: 'the webhook that stated it',
      value,
      unit: 'bytes',
      baseline,
      goal: 115,
      goalOf: 'value',
      goalIs: 'most',
      must: [atMost('bytes', value, 150)],
      note:
        `With registrations, their forms and chat among them, as Zoom sends them, ${short(all.value)} bytes ` +
        `a fact (webhook ${short(all.baseline)}). Not counted: people, cards, deliveries.`,
      ...(context.profile && { costs }),
    }),
  ]
}

function sizeOf(context: Context, name: string, bodies: readonly string[]) {
  const { ws, close } = openData(copyData(context.empty, join(context.folder, name)))
  const receivedAt = ws.now()
  for (let from = 0; from < bodies.length; from += 1_000)
    ws.transaction(() => {
      for (const body of bodies.slice(from, from + 1_000)) {
        const reading = readWebhook(new TextEncoder().encode(body))
        if (reading.outcome !== 'read') throw new Error(`a webhook of the bench was not read: ${reading.outcome}`)
        ingest(ws, reading.statements, receivedAt)
      }
    })
  const sizes = sizesOf(ws)
  const { count } = ws.db.prepare<{ count: number }>('SELECT count(*) AS count FROM fact').get()!
  close()
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    count,
    value: all / count,
    baseline: bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / bodies.length,
    costs: sizes.map(({ name, bytes }) => ({
      thread: '',
      share: bytes / all,
      what: `${name}, ${short(bytes / count)} bytes`,
    })),
  }
}

function sizesOf({ db }: Workspace): { name: string; bytes: number }[] {
  return db
    .prepare<{ name: string; bytes: number }>(
      `SELECT d.name, sum(d.pgsize) AS bytes FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
       WHERE s.tbl_name IN (${tables.map(() => '?')}) GROUP BY d.name ORDER BY bytes DESC`,
    )
    .all(...tables)
}
