import { join } from 'node:path'
import type { Context } from '../context.ts'
import { type BenchData, copyData, openData } from '../data.ts'
import type { Hit } from '../load.ts'
import { costsInFolder, profilingArguments } from '../profile.ts'
import { atLeast, atMost, median, type Row, rowOf, short } from '../row.ts'
import { bareTarget, connections, rateOf, refusalsOf, rounds, serverTarget, volleys } from '../volley.ts'

/** Signed webhooks over HTTP into an empty workspace, beside a server that only parses them. */
export async function run(context: Context): Promise<Row[]> {
  const data = copyData(context.empty, join(context.folder, 'data'))
  const profiles = join(context.folder, 'profiles')
  const server = await serverTarget('Ripen', data, context.profile ? profilingArguments(profiles) : [])
  const { warm, hits } = await volleys([server, await bareTarget()], context)
  const [ripen, bare] = hits as [Hit[], Hit[]]
  checkStored(data, [warm[0]!, ...ripen])
  const [value, baseline] = [rateOf(ripen), rateOf(bare)]
  const p99 = median(ripen.map((hit) => hit.p99))
  return [
    rowOf({
      name: 'ingest',
      what: 'signed Zoom webhooks over HTTP, durable (synchronous FULL) and scored, one process',
      against: 'bare node:http server that only reads and parses the same bodies',
      value,
      unit: 'webhooks/s',
      baseline,
      goal: 0.3,
      goalOf: 'ratio',
      goalIs: 'least',
      must: [atLeast('ratio', value / baseline, 0.2), atLeast('webhooks/s', value, 5_000), atMost('p99 ms', p99, 250)],
      note:
        `Median of ${rounds} interleaved rounds of ${ripen[0]!.sent} webhooks over ${connections} connections; the ` +
        `time ends at backlog 0. p99 of the answers ${short(p99)} ms, bare ` +
        `${short(median(bare.map((hit) => hit.p99)))} ms. The load generator has the same cores.${refusalsOf(ripen)}`,
      ...(context.profile && { costs: costsInFolder(profiles) }),
    }),
  ]
}

/** That every acknowledged delivery is there and was understood: else the figure would be worth nothing. */
function checkStored(data: BenchData, hits: readonly Hit[]): void {
  const { ws, close } = openData(data)
  const sent = hits.reduce((sum, hit) => sum + hit.sent, 0)
  const stored = ws.db
    .prepare<{ outcome: string; count: number }>('SELECT outcome, count(*) AS count FROM delivery GROUP BY outcome')
    .all()
  close()
  if (stored.find(({ outcome }) => outcome === 'accepted')?.count !== sent)
    throw new Error(`${sent} webhooks were acknowledged, stored are ${JSON.stringify(stored)}`)
}
