// Looks at a server while others burden it, from a process of its own: how long it stalls, how large its log grows.
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { Connection } from '../connection.ts'
import { quantile } from '../row.ts'

export interface WatchOrder {
  port: number
  database: string
}

/** How long answers took that were asked for every 50 ms, ms. */
export interface Waits {
  asked: number
  p99: number
  longest: number
}

export interface Watched {
  /** Of what the thread at the network answers alone. */
  front: Waits
  /** Of /healthz, which asks the thread of the workspaces. */
  health: Waits
  largestWal: number
  cpuSeconds: number
}

const every = 50

/** Watches until it gets a message; then it answers. */
export async function run({ port, database }: WatchOrder): Promise<Watched> {
  const asked = { front: [] as number[], health: [] as number[] }
  let ended = false
  let largestWal = 0
  process.send!('watching')
  const end = once(process, 'message').then(() => {
    ended = true
  })
  async function probe(path: string, times: number[]): Promise<void> {
    const request = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    let connection = new Connection(port)
    while (!ended) {
      const begin = performance.now()
      const status = await connection.send(request)
      times.push(performance.now() - begin)
      if (status === 0) connection = new Connection(port)
      await setTimeout(Math.max(1, begin + every - performance.now()))
    }
    connection.close()
  }
  async function weigh(): Promise<void> {
    for (; !ended; await setTimeout(200)) largestWal = Math.max(largestWal, sizeOf(`${database}-wal`))
  }
  await Promise.all([end, probe('/hooks/', asked.front), probe('/healthz', asked.health), weigh()])
  const { user, system } = process.cpuUsage()
  const cpuSeconds = (user + system) / 1e6
  return { front: waitsOf(asked.front), health: waitsOf(asked.health), largestWal, cpuSeconds }
}

/** Of a file that may not be there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function waitsOf(times: readonly number[]): Waits {
  return { asked: times.length, p99: quantile(times, 0.99), longest: times.reduce((a, b) => Math.max(a, b), 0) }
}
