// The load generator: signs all bodies beforehand, then sends them over connections that are kept, one at a time on each.
import { signed } from '../zoom-run.ts'
import { Connection } from './connection.ts'
import { deliveries, type Mix } from './deliveries.ts'
import { quantile } from './row.ts'

export interface LoadOrder {
  hook: string
  secret: string
  connections: number
}

/** What to get ready, or whom to send it to. `untilScored`: the time runs until the server has nothing left to do. */
export type LoadStep = { mix: Mix } | { port: number; untilScored: boolean }

export interface Hit {
  sent: number
  seconds: number
  /** Until the last answer. */
  answered: number
  p99: number
  /** How often a delivery was refused (503) and sent again: the time runs on, as it does for its answer. */
  refused: number
}

const [pause, mostTries] = [100, 100]

/** One process for the whole row, so that no target meets a generator that is not warm. Answers each step. */
export async function run({ hook, secret, connections }: LoadOrder): Promise<void> {
  let requests: Buffer[] = []
  process.on('message', async (step: LoadStep) => {
    if ('port' in step) return process.send!(await shoot(requests, connections, step))
    const timestamp = String(Math.floor(Date.now() / 1000))
    requests = deliveries(step.mix).map((body) => requestOf(hook, body, signed(body, secret, timestamp)))
    process.send!({ prepared: requests.length })
  })
  process.send!({ prepared: 0 })
  await new Promise(() => {})
}

/** A webhook as it goes over the wire. */
export function requestOf(path: string, body: string, headers: Record<string, string>): Buffer {
  const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': String(Buffer.byteLength(body)) })
  const head = [`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.from(head.join('\r\n') + body)
}

async function shoot(
  requests: readonly Buffer[],
  connections: number,
  { port, untilScored }: Extract<LoadStep, { port: number }>,
): Promise<Hit> {
  const open = Array.from({ length: connections }, () => new Connection(port))
  const times = new Array<number>(requests.length)
  const begin = performance.now()
  let [next, refused] = [0, 0]
  await Promise.all(
    open.map(async (connection) => {
      for (let at = next++; at < requests.length; at = next++) {
        const sentAt = performance.now()
        for (let tries = 1; !(await send(connection, requests[at]!)); tries++) {
          if (tries === mostTries) throw new Error(`a delivery was refused ${tries} times`)
          refused++
          await new Promise((resolve) => setTimeout(resolve, pause))
        }
        times[at] = performance.now() - sentAt
      }
    }),
  )
  const answered = (performance.now() - begin) / 1000
  if (untilScored) await scored(port)
  const seconds = (performance.now() - begin) / 1000
  for (const connection of open) connection.close()
  return { sent: requests.length, seconds, answered, p99: quantile(times, 0.99), refused }
}

/** False when it was refused for now. Any other answer ends the bench: a delivery that is not stored is not fast. */
async function send(connection: Connection, request: Buffer): Promise<boolean> {
  const status = await connection.send(request)
  if (status !== 204 && status !== 503) throw new Error(`a delivery was answered by ${status || 'nothing'}`)
  return status === 204
}

async function scored(port: number): Promise<void> {
  for (;;) {
    const answer = (await (await fetch(`http://localhost:${port}/healthz`)).json()) as { backlog: number }
    if (answer.backlog === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
