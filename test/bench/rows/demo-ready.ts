import { join } from 'node:path'
import type { Context } from '../context.ts'
import { costsInFolder, profilingArguments } from '../profile.ts'
import { atMost, type Row, rowOf, short } from '../row.ts'
import { startHost } from '../server.ts'

/** How long the sample company of `npm run demo` takes from the server's start until somebody can sign in and look. */
export async function run({ folder, profile }: Context): Promise<Row[]> {
  const profiles = join(folder, 'profiles')
  const demo = await startHost('demo.ts', /(\d+) people, ready after[\s\S]*Ctrl-C ends it/, {
    env: { TMPDIR: folder, RIPEN_DATA: '' },
    execArgv: profile ? profilingArguments(profiles) : [],
  })
  const [served, ready] = [demo.firstSeen('Ripen with a sample company')!, demo.firstSeen('ready after')!]
  await demo.stop()
  const value = (ready - served) / 1000
  return [
    rowOf({
      name: 'demo-ready',
      what: `the demo with its ${demo.found[1]} people, from the server’s start until everything is sent, stored and scored`,
      against: '',
      value,
      unit: 's',
      baseline: null,
      goal: 20,
      goalOf: 'value',
      goalIs: 'most',
      must: [atMost('s', value, 20)],
      note: `${short(ready / 1000)} s from the command.`,
      ...(profile && { costs: costsInFolder(profiles) }),
    }),
  ]
}
