import { inChild } from '../child.ts'
import type { Context } from '../context.ts'
import { progress } from '../progress.ts'
import { type Beside, short } from '../row.ts'
import type { PeerResult, PeerTask } from './task.ts'

const sample = 20_000

/** What other programs take for a simple sum of points over the same facts. */
export async function beside({ filled, folder }: Pick<Context, 'filled' | 'folder'>): Promise<Beside[]> {
  const task: PeerTask = { database: filled.database, folder, most: sample }
  progress('rescore: DuckDB')
  const duck = await inChild<PeerTask, PeerResult>('peers/duckdb.ts', task)
  progress('rescore: json-rules-engine')
  const engine = await inChild<PeerTask, PeerResult>('peers/json-rules-engine.ts', task)
  if (engine.points !== duck.points)
    throw new Error(`the peers do not agree: json-rules-engine ${engine.points} points, DuckDB ${duck.points}`)
  const rules = 'six simple rules (seconds between first join and last leave, poll, longest visit, mail)'
  return [
    {
      name: 'DuckDB',
      value: short(duck.seconds),
      unit: 's',
      note:
        `One SQL statement on all cores over its own copy of the table, which was made before: ${rules}, sum and rank ` +
        'into a table. No webinars, windows, calendar, stages, presence or explanation.',
    },
    {
      name: 'json-rules-engine',
      value: short((engine.seconds / engine.people) * duck.people),
      unit: 's',
      note:
        `The same rules, for ${engine.people.toLocaleString('en')} people in ${short(engine.seconds)} s, reckoned up to ` +
        'all; nothing written. Both peers give the same points.',
    },
  ]
}
