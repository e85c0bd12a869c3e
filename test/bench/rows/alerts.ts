import { join } from 'node:path'
import { Chance } from '../../../src/demo/chance.ts'
import { endlessBodies } from '../../battery/bodies.ts'
import { Sender } from '../../battery/sender.ts'
import { type Came, come, named, toldAt, untilTold } from '../../battery/targets/coming.ts'
import { openOutside } from '../../battery/targets/outside.ts'
import { tellTargets } from '../../battery/targets/told.ts'
import { demoIn, guest } from '../../process/demo-running.ts'
import { type Context, sized } from '../context.ts'
import { copyData, openData } from '../data.ts'
import { costsInFolder, profilingArguments } from '../profile.ts'
import { progress } from '../progress.ts'
import { atMost, quantile, type Row, rowOf, short } from '../row.ts'
import { startServer } from '../server.ts'

const [rate, joins, rounds, chats] = [200, 2, 3, 10]
const hanging = 2
const patience = 15_000

/** Who comes to a demo is told to ten chats, of which two hang in every second round. */
export async function run(context: Context): Promise<Row[]> {
  const ends: (() => void)[] = []
  const outside = await openOutside({ ...nobody, healthy: 2 * chats }, 0, (end) => void ends.push(end))
  const data = copyData(context.empty, join(context.folder, 'data'))
  const { ws, close } = openData(data)
  const targets = outside.of('healthy', 'slack')
  await tellTargets(ws, targets)
  close()
  const profiles = join(context.folder, 'profiles')
  const server = await startServer(data.folder, context.profile ? profilingArguments(profiles) : [], outside.env)
  const seconds = sized(context, 20, 2)
  const guests = named(2 * rounds * seconds * joins * 2, guest)
  const demo = await demoIn({ ...data, path: data.hook, address: `http://localhost:${server.port}` }, guests)
  const coming = guests.values()
  const chance = new Chance('alerts')
  const sender = new Sender({ hook: data.hook, secret: data.secret, bodies: endlessBodies() })
  sender.sendTo(server.port, rate)

  const [hung, healthy] = [targets.slice(0, hanging), targets.slice(hanging)]
  const waits = { hanging: [] as number[], none: [] as number[] }
  const acknowledged: number[] = []
  for (let round = 0; round < 2 * rounds; round++) {
    const part = round % 2 === 0 ? 'hanging' : 'none'
    for (const { name } of hung) outside.answers(`/${name}`, part === 'hanging' ? 'hangs' : { status: 200, text: 'ok' })
    const came = await come(demo, coming, { rate: joins, ms: seconds * 1_000, chance })
    await untilTold(came, () => healthy.map(outside.by), patience)
    waits[part].push(...healthy.flatMap((target) => waitsOf(came, toldAt(came, outside.by(target)))))
    acknowledged.push(...came.map((each) => each.acknowledgedAt - each.sentAt))
    progress(`round ${round + 1} of ${2 * rounds}, ${part}: p95 ${short(quantile(waits[part], 0.95))} s`)
  }
  await sender.finish()
  await server.stop()
  for (const end of ends) end()
  return [rowFor(waits, acknowledged, context.profile ? { costs: costsInFolder(profiles) } : {})]
}

const nobody = { hangs: 0, fails: 0, busy: 0, 'no certificate': 0, inward: 0 }

/** Seconds from the webhook until the chat was told. Throws where it never was: then no figure is worth anything. */
function waitsOf(came: readonly Came[], told: readonly (number | null)[]): number[] {
  return told.map((at, index) => {
    if (at === null) throw new Error(`a chat was never told of ${came[index]!.guest.name}`)
    return (at - came[index]!.sentAt) / 1_000
  })
}

function rowFor(waits: Record<'hanging' | 'none', number[]>, acknowledged: number[], more: Pick<Row, 'costs'>): Row {
  const [value, baseline] = [quantile(waits.hanging, 0.95), quantile(waits.none, 0.95)]
  const inWords = (of: number[]) =>
    `p50 ${short(quantile(of, 0.5))} s, p95 ${short(quantile(of, 0.95))} s, at most ${short(quantile(of, 1))} s`
  return rowOf({
    name: 'alerts',
    what: `from the webhook of a join to its message in a chat, p95, beside ${rate} other webhooks/s, ${hanging} of ${chats} chats hanging`,
    against: 'the same in the rounds between in which none hangs',
    value,
    unit: 's',
    baseline,
    goal: 1.5,
    goalOf: 'value',
    goalIs: 'most',
    must: [atMost('p95 s', value, 2)],
    note:
      `${waits.hanging.length} messages or lines of one: ${inWords(waits.hanging)}; none hanging: ${inWords(waits.none)}. A ` +
      `chat gets at most one message a second. The webhook itself was acknowledged after ` +
      `${short(quantile(acknowledged, 0.5))} ms, p99 ${short(quantile(acknowledged, 0.99))} ms.`,
    ...more,
  })
}
