import { join } from 'node:path'
import type { Context } from '../context.ts'
import { type BenchData, copyData, openData } from '../data.ts'
import type { Hit } from '../load.ts'
import { costsInFolder, profilingArguments } from '../profile.ts'
import { atLeast, type Row, rowOf } from '../row.ts'
import { rateOf, refusalsOf, serverTarget, volleys } from '../volley.ts'

/** The same webhooks into a workspace that holds ten million facts, beside one that was empty. */
export async function run(context: Context): Promise<Row[]> {
  const facts = countFacts(context.filled)
  const empty = copyData(context.empty, join(context.folder, 'data'))
  const profiles = join(context.folder, 'profiles')
  const full = await serverTarget('filled', context.filled, context.profile ? profilingArguments(profiles) : [])
  const { hits } = await volleys([full, await serverTarget('empty', empty)], context)
  const [filled, none] = hits as [Hit[], Hit[]]
  const [value, baseline] = [rateOf(filled), rateOf(none)]
  return [
    rowOf({
      name: 'ingest-filled',
      what: `the same with ${facts.toLocaleString('en')} facts stored before`,
      against: 'itself on an empty workspace, the same webhooks',
      value,
      unit: 'webhooks/s',
      baseline,
      goal: 0.8,
      goalOf: 'ratio',
      goalIs: 'least',
      must: [atLeast('ratio', value / baseline, 0.6)],
      note:
        'Every second registrant is one of the people stored. The facts were stored by the store’s own functions, not ' +
        'over HTTP, and everybody was scored; the bodies of their deliveries, on which nothing depends, were left out.' +
        refusalsOf([...filled, ...none]),
      ...(context.profile && { costs: costsInFolder(profiles) }),
    }),
  ]
}

function countFacts(data: BenchData): number {
  const { ws, close } = openData(data)
  const { facts } = ws.db.prepare<{ facts: number }>('SELECT count(*) AS facts FROM fact').get()!
  close()
  return facts
}
