import { join } from 'node:path'
import { Chance } from '../../../src/demo/chance.ts'
import { makeData, openData } from '../../bench/data.ts'
import { short } from '../../bench/row.ts'
import { demoIn, guest, type ShownChannel } from '../../process/demo-running.ts'
import { startServer, temporaryFolder } from '../../process/running.ts'
import { quantile } from '../figures.ts'
import { atLeast, atMost, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { type Came, come, named, untilTold } from '../targets/coming.ts'
import { type Manner, openOutside } from '../targets/outside.ts'
import { told } from '../targets/seen.ts'
import { SenderApart } from '../targets/sender-apart.ts'
import { switchRules, tellTargets } from '../targets/told.ts'
import { pause } from '../under-load.ts'

const sixth: Record<Manner, number> = { hangs: 2, fails: 2, busy: 1, 'no certificate': 1, inward: 1, healthy: 3 }
const sizes = {
  short: { times: 1, rate: 100, parts: 1, ms: 4_000, joins: 3, busyFor: 4, after: 0, latest: 10_000 },
  long: { times: 5, rate: 200, parts: 10, ms: 6_000, joins: 2, busyFor: 15, after: 10_000, latest: 7_500 },
}

const patience = 20_000

export const targets: Row = {
  number: 9,
  name: 'alert targets',
  mark: {
    short:
      '10 targets, of which 2 hang, 2 fail, 1 is busy, 1 has no certificate and 1 sends on inward: the others are told within 5 s, a chat at most once a second, a failed try is repeated on schedule, nothing goes inward, and what refuses is switched off and told of',
    long: 'the same with 50 targets, 60 s of 200 webhooks/s, and answers to webhooks at most 10 % (and 2 ms) slower at p99 than in turns without alerts',
  },
  run,
}

async function run(form: Form): Promise<Figures> {
  const { atEnd, size } = form
  const { times, rate, parts, ms, joins, busyFor, after, latest } = sizes[size]
  const chance = new Chance(`targets ${form.seed}`)
  const counts = Object.fromEntries(Object.entries(sixth).map(([manner, count]) => [manner, count * times]))
  const outside = await openOutside(counts as Record<Manner, number>, busyFor, atEnd)
  const data = makeData(join(temporaryFolder(atEnd), 'data'))
  const { ws, close } = openData(data)
  const rules = await tellTargets(ws, outside.targets)
  close()
  const server = await startServer(data.folder, outside.env, atEnd)
  const guests = named(Math.ceil(((size === 'short' ? 2 : 3) * parts * ms * joins) / 1_000), guest)
  const demo = await demoIn({ ...data, path: data.hook, address: server.address }, guests)
  const port = Number(new URL(server.address).port)
  const sender = new SenderApart({ hook: data.hook, secret: data.secret, port, rate }, atEnd)

  const coming = guests.values()
  const came: Came[] = []
  const answered = { without: [] as number[], with: [] as number[] }
  for (let part = 0; part < parts; part++) {
    if (size === 'long') {
      await switchRules(demo, rules, false)
      await sender.soFar()
      await come(demo, coming, { rate: joins, ms, chance })
      answered.without.push(...(await sender.soFar()).ms)
      await switchRules(demo, rules, true)
    }
    await sender.soFar()
    came.push(...(await come(demo, coming, { rate: joins, ms, chance })))
    answered.with.push(...(await sender.soFar()).ms)
    await untilTold(came, () => outside.of('healthy').map(outside.by), patience)
    form.progress(`part ${part + 1} of ${parts}: ${came.length} came`)
  }
  await pause(after)
  await untilSeen(() => told({ outside, came, channels: [], busyFor, latest }).figures)
  const channels = (await demo.call<{ items: (ShownChannel & { name: string })[] }>('GET', '/channels')).items
  const { acknowledged, refused } = await sender.finish()
  const p99 = { without: quantile(answered.without, 0.99), with: quantile(answered.with, 0.99) }
  const { figures, marks } = told({ outside, came, channels, busyFor, latest })
  return reaching(
    {
      targets: outside.targets.length,
      came: came.length,
      'webhooks beside': acknowledged,
      ...figures,
      'answers p99 ms': short(p99.with),
      ...(size === 'long' && { 'answers without alerts p99 ms': short(p99.without) }),
      refused,
    },
    {
      came: atLeast(5),
      ...marks,
      ...(size === 'long' && { 'answers p99 ms': atMost(1.1 * p99.without + 2) }),
    },
  )
}

/** Until all that is on its way has come and the first retry has been seen, or nobody would wait any longer. */
async function untilSeen(seen: () => Figures): Promise<void> {
  const end = performance.now() + patience
  const isOver = (now: Figures) =>
    now['not told'] === 0 && Number(now['tried again']) > 0 && now['chats that did not hear of it'] === 0
  while (!isOver(seen()) && performance.now() < end) await pause(100)
}
