import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { AtEnd } from '../../process/running.ts'
import type { Company } from '../company.ts'
import type { Flood, Order } from './senders.ts'

/** Platforms that send to a company, in a process of their own. */
export interface Platforms {
  /** As many as are taken over so many connections. */
  asMany(connections: number, seconds: number): Promise<Flood>
  /** So many a second, whatever comes of it. */
  steadily(rate: number, seconds: number): Promise<Flood>
  /** To be called when the server has ended. */
  check(): Promise<{ acknowledged: number; lost: number; twice: number }>
}

const mostConnections = 8_000

/** Platforms with so many webhooks to send. */
export async function platformsOf(
  { server, data, path, secret }: Company,
  webhooks: number,
  atEnd: AtEnd,
): Promise<Platforms> {
  const child = fork(join(import.meta.dirname, 'senders.ts'), { serialization: 'advanced' })
  atEnd(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the senders ended')))
  ended.catch(() => {})
  async function ask<Answer>(order: Order): Promise<Answer> {
    child.send(order)
    const [answer] = await Promise.race([once(child, 'message'), ended])
    return answer as Answer
  }
  const port = Number(new URL(server.address).port)
  await ask({ prepare: webhooks, path, secret })
  return {
    asMany: (connections, seconds) => ask({ flood: { port, connections, rate: null, seconds } }),
    steadily: (rate, seconds) => ask({ flood: { port, connections: mostConnections, rate, seconds } }),
    check: () => ask({ check: data }),
  }
}
