import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { WebinarRow } from '../../../src/workspace/webinars.ts'
import { inChild, startChild } from '../child.ts'
import { type Context, sized } from '../context.ts'
import { type BenchData, copyData } from '../data.ts'
import { busySeconds, cpuSecondsOf, peakMemoryOf } from '../process.ts'
import { progress } from '../progress.ts'
import { median, quantile, short } from '../row.ts'
import { startServer } from '../server.ts'
import { endsAt } from './crowd.ts'
import { type Check, checksOf } from './stored.ts'
import type { Sent } from './tally.ts'
import { sizeOf, type Waits, type Watched, type WatchOrder } from './watch.ts'
import type { ZoomAnswer, ZoomOrder } from './zoom.ts'

/** A webinar with a million registrants, all of whom come: what was seen. Sizes in MB. */
export interface Million {
  people: number
  webhooks: number
  bytesPerWebhook: number
  /** How many times shorter than Zoom's own the waits before retries were. */
  compression: number
  /** From the first webhook until the last was stored, and from then until everything was in every answer. */
  seconds: number
  backlogSeconds: number
  parts: Sent[]
  lost: number
  front: Waits
  health: Waits
  /** For how long the sender itself could do nothing, ms. */
  senderStall: number
  memory: number | null
  database: number
  largestWal: number
  cpuSeconds: { server: number | null; sender: number; watcher: number; everything: number }
  ranking: { order: string; median: number; p99: number }[]
  checks: Check[]
}

const hour = 3_600_000
const megabyte = 1024 * 1024
const pages = 200

/** Sends everything that Zoom has to say of such a webinar to a server of its own, until it is stored or given up. */
export async function run({ scale, folder, empty }: Pick<Context, 'scale' | 'folder' | 'empty'>): Promise<Million> {
  const data = copyData(empty, join(folder, 'data'))
  const people = sized({ scale }, 1_000_000, 100)
  const start = Math.floor(Date.now() / hour) * hour - 2 * hour
  const compression = scale < 1 ? 60 : 4
  const server = await startServer(data.folder, [])
  const { port, pid } = server
  const watcher = startChild('million/watch.ts', { port, database: data.database } satisfies WatchOrder)
  await once(watcher, 'message')
  const [cpuBefore, busyBefore] = [cpuSecondsOf(pid), busySeconds()]
  const begin = performance.now()
  const order = { port, hook: data.hook, secret: data.secret, people, start, compression, scale }
  const zoom = await inChild<ZoomOrder, ZoomAnswer>('million/zoom.ts', order)
  const seconds = (performance.now() - begin) / 1000
  const backlogSeconds = await untilScored(port, begin + seconds * 1000)
  const [cpuAfter, everything] = [cpuSecondsOf(pid), busySeconds() - busyBefore]
  const answer = once(watcher, 'message') as Promise<[Watched]>
  watcher.send('enough')
  const [{ cpuSeconds: watching, largestWal, ...waits }] = await answer
  const { checks, ranking } = await looked(port, data, people)
  const memory = peakMemoryOf(pid)
  await server.stop()
  progress('comparing what is stored with what was sent')
  const webhooks = zoom.parts.reduce((sum, { deliveries }) => sum + deliveries, 0)
  return {
    ...{ people, webhooks, bytesPerWebhook: zoom.bytes / webhooks, compression, seconds, backlogSeconds },
    ...{ parts: zoom.parts, lost: zoom.lost, ...waits, senderStall: zoom.longestStall, memory },
    ...{ database: sizeOf(data.database) / megabyte, largestWal: largestWal / megabyte },
    cpuSeconds: {
      server: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
      ...{ sender: zoom.cpuSeconds, watcher: watching, everything },
    },
    ...{ ranking, checks: [...checks, ...checksOf(data.database, people)] },
  }
}

async function untilScored(port: number, since: number): Promise<number> {
  for (;;) {
    const { backlog } = (await (await fetch(`http://localhost:${port}/healthz`)).json()) as { backlog: number }
    const seconds = (performance.now() - since) / 1000
    if (backlog === 0) return seconds
    progress(`everything is stored; ${backlog.toLocaleString('en')} still to be scored`)
    await setTimeout(100)
  }
}

/** What the webinar looks like from outside, and how long its ranking takes to open. */
async function looked(port: number, { apiKey }: BenchData, people: number) {
  const get = async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`http://localhost:${port}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    })
    return (await answer.json()) as Answer
  }
  const { items } = await get<{ items: WebinarRow[] }>('webinars')
  const [webinar] = items
  const checks: Check[] = [
    { what: 'webinars', sent: 1, stored: items.length },
    { what: 'registrants shown', sent: people, stored: webinar?.registrants ?? 0 },
    { what: 'attendees shown', sent: people, stored: webinar?.attendees ?? 0 },
    { what: 'live seconds of the webinar', sent: endsAt, stored: webinar?.liveSeconds ?? 0 },
  ]
  const ranking = []
  for (const order of ['webinar', 'score']) {
    const times: number[] = []
    for (let page = 0; page < pages; page++) {
      const begin = performance.now()
      await get(`webinars/${webinar?.id}/ranking?limit=50&sort=${order}`)
      times.push(performance.now() - begin)
    }
    ranking.push({ order, median: short(median(times)), p99: short(quantile(times, 0.99)) })
  }
  return { checks, ranking }
}
