// The side that sends: as Zoom does, in a process of its own.

import { signed } from '../../zoom-run.ts'
import { requestOf } from '../load.ts'
import { progress } from '../progress.ts'
import { exitSeconds } from './crowd.ts'
import { Sender } from './sender.ts'
import type { Sent, Tally } from './tally.ts'
import { type Part, told } from './told.ts'

export interface ZoomOrder {
  port: number
  hook: string
  secret: string
  people: number
  /** When the webinar starts, by its schedule. */
  start: number
  /** How many times shorter Zoom's waits between its tries are. */
  compression: number
  /** The part of a full run: what is offered in the exit keeps its rate. */
  scale: number
}

export interface ZoomAnswer {
  parts: Sent[]
  lost: number
  /** Of all bodies that were made for first tries. */
  bytes: number
  cpuSeconds: number
  /** For how long the sender itself could do nothing, ms. */
  longestStall: number
}

const minute = 60_000
/** Zoom's own, by its documentation. */
const patience = 3_000
const waits = [5 * minute, 20 * minute, 60 * minute]
/** While there is time as many as let batches form; in the exit as many as may be needed. */
const [steady, most] = [256, 8_000]

export async function run(order: ZoomOrder): Promise<ZoomAnswer> {
  const { port, people, start, compression, scale } = order
  const sender = new Sender({ port, patience, waits: waits.map((wait) => wait / compression) })
  progress('making up who comes and when')
  const tallies: Tally[] = []
  let bytes = 0
  for (const part of told(people, start)) {
    const isExit = part.name === 'exit'
    const burst = {
      ...{ name: part.name, count: part.count, connections: isExit ? most : steady },
      within: isExit ? exitSeconds * 1000 * scale : null,
      request: requestsOf(part, order),
    }
    bytes += part.count * Buffer.byteLength(part.bodyOf(part.count - 1))
    tallies.push(await sender.send(burst, paceOf(burst)))
  }
  await sender.settle((later, next) => {
    const when = next === null ? 'under way' : `the next in ${Math.max(0, next / 1000).toFixed(0)} s`
    progress(`${later.toLocaleString('en')} come again, ${when}`)
  })
  const { user, system } = process.cpuUsage()
  return {
    parts: tallies.map(({ sent }) => sent),
    lost: sender.lost,
    longestStall: sender.longestStall,
    bytes,
    cpuSeconds: (user + system) / 1e6,
  }
}

function requestsOf({ bodyOf }: Part, { hook, secret }: ZoomOrder): (delivery: number) => Buffer {
  return (delivery) => {
    const body = bodyOf(delivery)
    return requestOf(hook, body, signed(body, secret, String(Math.floor(Date.now() / 1000))))
  }
}

function paceOf({ name, count, within }: { name: string; count: number; within: number | null }) {
  let before = { stored: 0, at: performance.now() }
  return (tally: Tally, later: number) => {
    const { stored, offered, elapsed } = tally
    const now = performance.now()
    const rate = ((stored - before.stored) * 1000) / (now - before.at)
    before = { stored, at: now }
    const left = within === null ? (count - offered) / rate : Math.max(0, within / 1000 - elapsed)
    const again = later > 0 ? `, ${later.toLocaleString('en')} under way or to come again` : ''
    progress(
      `${name}: ${stored.toLocaleString('en')} of ${count.toLocaleString('en')} stored, ${rate.toFixed(0)}/s, ${left.toFixed(0)} s left${again}`,
    )
  }
}
