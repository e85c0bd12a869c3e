import { Refused } from '../../domain/refusal.ts'
import { log } from '../log.ts'
import { type Served, serve } from './serve.ts'
import { version } from './version.ts'

/** The server on the data in RIPEN_DATA (./data), on port PORT (8787; 0: any free one), until it is told to stop. */
export async function runServer(): Promise<void> {
  const { address, host } = await asProcess(() =>
    serve({ data: process.env.RIPEN_DATA ?? './data', port: readPort(process.env.PORT) }),
  )
  process.stdout.write(`Ripen ${version} on ${address}, data in ${host.data}\n`)
  const link = host.ownerLink()
  if (link) process.stdout.write(`Nobody owns it yet. Become its owner within 24 hours: ${link}\n`)
}

/** Makes a server this process's work: a refusal ends it in words, SIGTERM and SIGINT end it in order. */
export async function asProcess(start: () => Promise<Served>): Promise<Served> {
  const served = await started(start)
  let stopping = false
  async function stop(signal: string): Promise<void> {
    if (stopping) return
    stopping = true
    log('stopping', { signal })
    await served.stop()
    log('stopped', { signal })
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return served
}

async function started(start: () => Promise<Served>): Promise<Served> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    process.stderr.write(`Ripen does not start: ${error.message}\n`)
    process.exit(1)
  }
}

/** The port that a text names, 8787 without one; Refused where it names none. */
export function readPort(text = '8787'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new Refused('invalid', `PORT is "${text}": give a number from 0 to 65535.`)
  return port
}
