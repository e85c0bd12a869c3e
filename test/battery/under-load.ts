import { newWorkspace, type RunningServer, startServer, temporaryFolder } from '../process/running.ts'
import { endlessBodies } from './bodies.ts'
import type { Form } from './row.ts'
import { Sender } from './sender.ts'

/** So many webhooks a second are sent. */
export const rate = 1_000
const secret = 'kiwi-secret'

/** A data folder with one workspace, a sender for it, and servers one after the other on the same port. */
export interface UnderLoad {
  data: string
  apiKey: string
  sender: Sender
  /** Starts a server, the next one where the last one listened. */
  start(): Promise<RunningServer & { startMs: number }>
}

export async function underLoad({ atEnd }: Pick<Form, 'atEnd'>, bodies = endlessBodies()): Promise<UnderLoad> {
  const data = temporaryFolder(atEnd)
  const { path, apiKey } = await newWorkspace(data, secret)
  const sender = new Sender({ hook: path, secret, bodies })
  atEnd(() => sender.stop())
  let port = '0'
  async function start() {
    const begin = performance.now()
    const server = await startServer(data, { PORT: port }, atEnd)
    port = new URL(server.address).port
    return { ...server, startMs: performance.now() - begin }
  }
  return { data, apiKey, sender, start }
}

/** Resolves when the sender has so many answers by 204. */
export async function untilAcknowledged(sender: Sender, count: number): Promise<void> {
  const patience = performance.now() + 60_000
  while (sender.acknowledged.length < count) {
    if (performance.now() > patience) throw new Error('nothing was acknowledged for a minute')
    await pause(5)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
