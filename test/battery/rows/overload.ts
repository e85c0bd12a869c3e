import { join } from 'node:path'
import { untilQuiet } from '../../process/running.ts'
import { type Company, runningCompany } from '../company.ts'
import { beside, memoryOf, quantile } from '../figures.ts'
import { atLeast, atMost, is, type Mark, reaching } from '../marks.ts'
import { type Platforms, platformsOf } from '../overload/platforms.ts'
import type { Figures, Form, Row } from '../row.ts'

const slow = { NODE_OPTIONS: `--import ${join(import.meta.dirname, '../overload/slow.mjs')}`, SLOW_MS: '6' }

/**
 * Senders offer five times of what a server takes. It stores each webhook 6 ms more slowly than it could, which makes its
 * disk the limit and not the cores that it shares with the senders: else it would be measured what those need.
 */
export const overload: Row = {
  number: 14,
  name: 'overload',
  mark: {
    short:
      'five times the capacity for 6 s: 90 % of the capacity is taken, the rest is 503 with Retry-After, and in 10 s all is as before',
    long: 'the same for 60 s; and once more with the cores as the limit, where the share that is taken is told and not judged and thousands of open connections may take 1,024 MB instead of 512',
  },
  async run(form) {
    const seconds = form.size === 'short' ? 6 : 60
    const disk = await storm(form, slow, { webhooks: 160 * (2 * seconds + 20), seconds })
    const seen = reaching(disk, { ...always, ...withTimeToSpare })
    if (form.size === 'short') return seen
    const cores = await storm(form, {}, { webhooks: 700_000, seconds })
    const named = Object.entries(reaching(cores, { ...always, ...withEverybodyWaiting })).map(([name, figure]) => [
      `${name}, cores`,
      figure,
    ])
    return { ...seen, ...Object.fromEntries(named) }
  },
}

const always: Record<string, Mark> = {
  'acknowledged and lost': is(0),
  'counted twice': is(0),
  'other answers': is(''),
  'memory MB': atMost(512),
  'as before after s': atMost(10),
}

/** 20,000 a second against two cores leave 5,000 connections open at a time. */
const withEverybodyWaiting: Record<string, Mark> = { 'memory MB': atMost(1_024) }

const withTimeToSpare: Record<string, Mark> = {
  'offered share': atLeast(4),
  'taken share': atLeast(0.9),
  'unanswered share': atMost(0.01),
  'health check p99 ms': atMost(2_000),
  'page p99 ms': atMost(2_000),
}

async function storm(
  form: Form,
  env: NodeJS.ProcessEnv,
  size: { webhooks: number; seconds: number },
): Promise<Figures> {
  const company = await runningCompany(form.atEnd, env)
  const { server } = company
  const platforms = await platformsOf(company, size.webhooks, form.atEnd)
  form.progress('what it takes')
  await platforms.asMany(160, 1)
  const before = rateOf(await platforms.asMany(160, 3))
  const normal = quantile((await platforms.steadily(before / 4, 2)).takenMs, 0.99)
  form.progress(`${before.toFixed(0)} a second are taken, five times as many come`)
  const health = beside(() => fetch(`${server.address}/healthz`).then((answer) => answer.text()), 100)
  const page = beside(() => showWebinars(company), 100)
  const flood = await platforms.steadily(5 * before, size.seconds)
  const [healthMs, pageMs] = [await health(), await page()]
  const memory = memoryOf(server.pid) ?? 0
  const recovered = await asBeforeAfter(platforms, before / 4, normal)
  // The machine may have become slower or faster meanwhile.
  const capacity = Math.min(before, rateOf(await platforms.asMany(160, 2)))
  form.progress('all that was taken is read')
  await untilQuiet(server.address)
  await server.end('SIGTERM')
  const { acknowledged, lost, twice } = await platforms.check()
  return {
    'capacity a second': Math.round(capacity),
    'offered share': short(flood.offered / size.seconds / capacity),
    'taken share': short(rateOf(flood) / capacity),
    'refused share': short(flood.refused / flood.offered),
    'unanswered share': short(flood.unanswered / flood.offered),
    'other answers': Object.entries(flood.odd)
      .map(([status, count]) => `${count} times ${status}`)
      .join(', '),
    'taken p99 ms': quantile(flood.takenMs, 0.99),
    'refused p99 ms': quantile(flood.refusedMs, 0.99),
    'health check p99 ms': Math.round(quantile(healthMs, 0.99)),
    'page p99 ms': Math.round(quantile(pageMs, 0.99)),
    'p99 before ms': normal,
    'as before after s': recovered,
    'memory MB': memory,
    acknowledged,
    'acknowledged and lost': lost,
    'counted twice': twice,
  }
}

async function showWebinars({ server, apiKey }: Company): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/webinars`, { headers: { authorization: `Bearer ${apiKey}` } })
  if (!answer.ok) throw new Error(`what the dashboard asks for was answered by ${answer.status}`)
  await answer.text()
}

/** After how many seconds all is taken and about as fast as it was. */
async function asBeforeAfter(platforms: Platforms, rate: number, normal: number): Promise<number> {
  for (let second = 1; second <= 12; second++) {
    const { takenMs, offered, taken } = await platforms.steadily(rate, 1)
    if (taken === offered && quantile(takenMs, 0.99) <= 2 * normal + 100) return second
  }
  return Infinity
}

function rateOf({ taken, seconds }: { taken: number; seconds: number }): number {
  return taken / seconds
}

function short(number: number): number {
  return Number(number.toFixed(3))
}
