import { setImmediate } from 'node:timers/promises'
import { drain } from '../../../src/workspace/drain.ts'
import { currentVersion } from '../../../src/workspace/live-models.ts'
import { currentModel } from '../../../src/workspace/models.ts'
import { publishModel } from '../../../src/workspace/publish-model.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { openBare, passOverFacts } from '../bare-table.ts'
import { type Context, sized } from '../context.ts'
import { drainAll, openServed } from '../data.ts'
import { beside } from '../peers/beside.ts'
import { profiled } from '../profile.ts'
import { progress } from '../progress.ts'
import { atMost, type Cost, median, type Row, rowOf, short } from '../row.ts'

/** So many people are scored at least, however few there are: else it is measured how the engine warms up. */
const enough = 20_000

/** Publishes a new version of the model and waits until it is in force: everybody is scored, every row written. */
export async function run(context: Context): Promise<Row[]> {
  const { ws, close } = openServed(context.filled)
  const bare = openBare(context.filled.database)
  const passes = [passOverFacts(bare)]
  const rounds = Math.ceil(sized(context, enough, 1_000) / context.company.people)
  const [times, clearings]: number[][] = [[], []]
  let costs: Cost[] | undefined
  for (let round = 1; round <= rounds; round++) {
    passes.push(passOverFacts(bare))
    progress(`rescore: one pass of SELECT takes ${short(passes.at(-1)!.seconds)} s`)
    const scored = () => timeOf(() => rescore(ws))
    const { result, ...profile } = await profiled(context.profile && round === rounds, scored)
    costs = profile.costs
    times!.push(result)
    progress(`rescore: ${short(result)} s`)
    clearings!.push(await timeOf(() => drainAll(ws, 'rescore')))
  }
  passes.push(passOverFacts(bare))
  bare.close()
  const [value, cleared] = [median(times!), median(clearings!)]
  const people = ws.db.prepare<{ count: number }>('SELECT count(*) AS count FROM card').get()!.count
  await close()
  if (people < context.company.people) throw new Error(`only ${people} people have a card`)
  const baseline = median(passes.map(({ seconds }) => seconds))
  const { facts } = passes[0]!
  return [
    rowOf({
      name: 'rescore',
      what: `a new version of the model for ${people.toLocaleString('en')} people with ${facts.toLocaleString('en')} facts, until it is in force: cards and ranking rows written`,
      against: 'one pass of SELECT over the same facts in better-sqlite3',
      value,
      unit: 's',
      baseline,
      goal: 4,
      goalOf: 'ratio',
      goalIs: 'most',
      must: [atMost('ratio', value / baseline, 6), atMost('s', value, 30)],
      note: `${rounds > 1 ? `Median of ${rounds}. ` : ''}${short(people / value)} people/s. Clearing the rows of the version before took ${short(cleared)} s more, in the background.`,
      beside: context.peers ? await beside(context) : [],
      ...(costs && { costs }),
    }),
  ]
}

async function rescore(ws: Workspace): Promise<void> {
  const { version } = publishModel(ws, currentModel(ws).model)
  for (; currentVersion(ws) !== version; await setImmediate()) drain(ws, 100)
}

async function timeOf(run: () => Promise<void>): Promise<number> {
  const begin = performance.now()
  await run()
  return (performance.now() - begin) / 1000
}
