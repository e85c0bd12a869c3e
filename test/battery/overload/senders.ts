// A process that sends webhooks like many platforms at once: as many as are taken, or so many a second whatever comes of it.
import { deliveries } from '../../bench/deliveries.ts'
import { signed } from '../../zoom-run.ts'
import { notStoredOnce } from '../stored.ts'
import { type Answer, Connection } from './connection.ts'

/**
 * `prepare` signs that many webhooks; `flood` sends until the end of `seconds`, `rate` a second or as many as are taken;
 * `check` looks for everything that was acknowledged in the folder of a server that has ended.
 */
export type Order =
  | { prepare: number; path: string; secret: string }
  | { flood: { port: number; connections: number; rate: number | null; seconds: number } }
  | { check: string }

export interface Flood {
  /** Until the last answer. */
  seconds: number
  offered: number
  taken: number
  /** 503 with Retry-After. */
  refused: number
  /** No answer within 3 s, when Zoom gives up. */
  unanswered: number
  /** Anything else that was answered. */
  odd: Record<string, number>
  /** For which no connection was free. */
  held: number
  /** How long answers took, ms: of those taken and of those refused. */
  takenMs: number[]
  refusedMs: number[]
}

const zoomsPatience = 3_000
const people = 500

let requests: Buffer[] = []
const bodies: string[] = []
let next = 0
const acknowledged = new Set<number>()
/** Refused or unanswered: sent again when its turn comes, as platforms do. */
const again: number[] = []

function prepare({ prepare: count, path, secret }: Extract<Order, { prepare: number }>): void {
  const timestamp = String(Math.floor(Date.now() / 1000))
  for (let first = 0; bodies.length < count; first += 4)
    for (const body of deliveries({ first, webinars: 4, people, known: 50_000 })) bodies.push(body)
  requests = bodies.map((body) => requestOf(path, body, signed(body, secret, timestamp)))
}

function requestOf(path: string, body: string, headers: Record<string, string>): Buffer {
  const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': String(Buffer.byteLength(body)) })
  const head = [`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.from(head.join('\r\n') + body)
}

async function flood({ port, connections, rate, seconds }: Extract<Order, { flood: object }>['flood']): Promise<Flood> {
  const seen: Flood = {
    ...{ seconds, offered: 0, taken: 0, refused: 0, unanswered: 0, odd: {}, held: 0 },
    ...{ takenMs: [], refusedMs: [] },
  }
  const idle: Connection[] = []
  const underWay = new Set<Promise<void>>()
  const begin = performance.now()
  const end = begin + seconds * 1000

  async function sendOne(connection: Connection): Promise<void> {
    const index = next < requests.length ? next++ : again.shift()
    const request = index === undefined ? undefined : requests[index]
    if (index === undefined || !request) throw new Error('the senders have nothing left to send')
    seen.offered++
    const sentAt = performance.now()
    const answer = await connection.send(request, zoomsPatience)
    count(seen, index, answer, performance.now() - sentAt)
    if (!connection.broken) idle.push(connection)
  }

  for (;;) {
    const now = performance.now()
    if (now >= end) break
    const wanted =
      rate === null ? connections - underWay.size : Math.floor(((now - begin) / 1000) * rate) - seen.offered - seen.held
    for (let more = wanted; more > 0; more--) {
      if (underWay.size >= connections) {
        if (rate !== null) seen.held += more
        break
      }
      const sending: Promise<void> = sendOne(idle.pop() ?? new Connection(port)).finally(() => underWay.delete(sending))
      underWay.add(sending)
    }
    await new Promise((resolve) => (rate === null ? setImmediate(resolve) : setTimeout(resolve, 2)))
  }
  await Promise.all(underWay)
  seen.seconds = (performance.now() - begin) / 1000
  for (const connection of idle) connection.close()
  return seen
}

function count(seen: Flood, index: number, { status, retryAfter }: Answer, ms: number): void {
  if (status === 204) {
    seen.taken++
    seen.takenMs.push(Math.round(ms))
    acknowledged.add(index)
    return
  }
  again.push(index)
  if (status === 0) seen.unanswered++
  else if (status === 503 && retryAfter !== null) {
    seen.refused++
    seen.refusedMs.push(Math.round(ms))
  } else seen.odd[status] = (seen.odd[status] ?? 0) + 1
}

process.on('message', async (order: Order) => {
  if ('prepare' in order) {
    prepare(order)
    process.send!({ prepared: requests.length })
  } else if ('flood' in order) process.send!(await flood(order.flood))
  else {
    const sent = [...acknowledged].map((index) => Buffer.from(bodies[index]!))
    process.send!({ acknowledged: sent.length, ...notStoredOnce(order.check, sent) })
  }
})
