import { join } from 'node:path'
import { type Company, runningCompany } from '../company.ts'
import { beside, memoryOf, quantile, reached } from '../figures.ts'
import { type Platforms, platformsOf } from '../overload/platforms.ts'
import type { Figures, Form, Row } from '../row.ts'

const slow = { NODE_OPTIONS: `--import ${join(import.meta.dirname, '../overload/slow.mjs')}`, SLOW_MS: '6' }
const mostMemory = 512

/**
 * Senders offer five times of what a server takes. It stores each webhook 6 ms more slowly than it could, which makes its
 * disk the limit and not the cores that it shares with the senders: else the senders' own need would be measured.
 */
export const overload: Row = {
  number: 14,
  name: 'overload',
  mark: {
    short:
      'five times of the capacity for 8 s: at least 90 % of the capacity taken, the rest 503 with Retry-After, none acknowledged in vain, fast again within 10 s',
    long: 'the same for 60 s, and once more with the cores as the limit, where the share is told and not judged',
  },
  async run(form) {
    const seconds = form.size === 'short' ? 8 : 60
    const slowDisk = await storm(form, slow, { webhooks: 160 * (2 * seconds + 20), seconds, judged: true })
    if (form.size === 'short') return slowDisk
    const cores = await storm(form, {}, { webhooks: 400_000, seconds, judged: false })
    return {
      ...slowDisk,
      ...Object.fromEntries(Object.entries(cores).map(([name, value]) => [`cores: ${name}`, value])),
    }
  },
}

interface Storm {
  webhooks: number
  seconds: number
  judged: boolean
}

async function storm(form: Form, env: NodeJS.ProcessEnv, { webhooks, seconds, judged }: Storm): Promise<Figures> {
  const company = await runningCompany(form.atEnd, env)
  const platforms = await platformsOf(company, webhooks, form.atEnd)
  form.progress('warming up')
  await platforms.asMany(160, 1)
  const { taken, seconds: during } = await platforms.asMany(160, 3)
  const capacity = taken / during
  const normal = quantile((await platforms.steadily(capacity / 4, 2)).takenMs, 0.99)
  form.progress(`${capacity.toFixed(0)} webhooks a second are taken; five times as many come`)
  const health = beside(() => fetch(`${company.server.address}/healthz`).then((answer) => answer.text()), 100)
  const page = beside(() => webinarsOf(company), 100)
  const flood = await platforms.steadily(5 * capacity, seconds)
  const [healthMs, pageMs] = [quantile(await health(), 0.99), quantile(await page(), 0.99)]
  const memory = memoryOf(company.server.pid) ?? 0
  const recovered = await recoveredAfter(platforms, capacity / 4, normal)
  await company.server.end('SIGTERM')
  const { acknowledged, lost, twice } = await platforms.check()
  const share = flood.taken / flood.seconds / capacity
  const odd = Object.entries(flood.odd).map(([status, count]) => `${count} times ${status}`)
  reached([
    [flood.offered > 4 * capacity * seconds, `only ${flood.offered} were offered, ${flood.held} could not be sent`],
    [!judged || share >= 0.9, `${(share * 100).toFixed(0)} % of the capacity was taken`],
    [odd.length === 0, `other answers than 204 and 503 with Retry-After: ${odd}`],
    [
      !judged || flood.unanswered <= flood.offered / 100,
      `${flood.unanswered} of ${flood.offered} had no answer in 3 s`,
    ],
    [lost === 0 && twice === 0, `of ${acknowledged} acknowledged ${lost} are not there and ${twice} twice`],
    [memory <= mostMemory, `${memory} MB of memory`],
    [
      !judged || (healthMs < 2_000 && pageMs < 2_000),
      `health check ${healthMs.toFixed(0)} ms, dashboard ${pageMs.toFixed(0)} ms`,
    ],
    [recovered <= 10, 'not as fast as before within 10 s'],
  ])
  return {
    'capacity a second': Math.round(capacity),
    offered: flood.offered,
    taken: flood.taken,
    refused: flood.refused,
    'without an answer in 3 s': flood.unanswered,
    'share of the capacity': Number(share.toFixed(2)),
    'p99 of those taken ms': quantile(flood.takenMs, 0.99),
    'p99 of those refused ms': quantile(flood.refusedMs, 0.99),
    'p99 before ms': normal,
    'p99 of the health check ms': Math.round(healthMs),
    'p99 of a page ms': Math.round(pageMs),
    'fast again after s': recovered,
    'memory MB': memory,
    acknowledged,
    lost,
  }
}

async function webinarsOf({ server, apiKey }: Company): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/webinars`, { headers: { authorization: `Bearer ${apiKey}` } })
  if (!answer.ok) throw new Error(`the dashboard's call was answered by ${answer.status}`)
  await answer.text()
}

/** After how many seconds answers are about as fast as they were. */
async function recoveredAfter(platforms: Platforms, rate: number, normal: number): Promise<number> {
  for (let second = 1; second <= 12; second++) {
    const { takenMs, offered, taken } = await platforms.steadily(rate, 1)
    if (taken === offered && quantile(takenMs, 0.99) <= 2 * normal + 100) return second
  }
  return Infinity
}
