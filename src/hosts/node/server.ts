// `npm start`: Ripen on the data in RIPEN_DATA (./data), on port PORT (8787; 0: any free one).
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Refused } from '../../domain/refusal.ts'
import { type Host, openHost, version } from './host.ts'
import { errorFields, log } from './log.ts'
import { listenLocally } from './socket.ts'
import { stopperOf } from './stop.ts'

function fail(words: string): never {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

function readPort(text = '8787'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) fail(`PORT is "${text}": give a number from 0 to 65535.`)
  return port
}

function open(): Host {
  try {
    return openHost(process.env.RIPEN_DATA ?? './data', 'server', (error) => {
      log('workspaces thread failed', errorFields(error))
      fail('The thread that holds the workspaces failed, so Ripen stops. Nothing acknowledged is lost; start it again.')
    })
  } catch (error) {
    if (error instanceof Refused) fail(`Ripen does not start: ${error.message}`)
    throw error
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words = { EADDRINUSE: 'is taken by another program', EACCES: 'may not be used without more rights' }[
        error.code ?? ''
      ]
      fail(`Ripen does not start: port ${port} ${words ?? `cannot be used (${error.code})`}. Set PORT to another one.`)
    })
    server.listen(port, () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`))
  })
}

const port = readPort(process.env.PORT)
const host = open()
const server = createAdaptorServer({ fetch: host.front }) as Server
server.keepAliveTimeout = 65_000
const stopServer = stopperOf(server)
const local = await listenLocally(host)
const address = await listen(server, port)
host.lock.describe({ address, socket: local.path })
process.stdout.write(`Ripen ${version} on ${address}, data in ${host.data}\n`)
log('started', { version, address, pid: process.pid })

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log('stopping', { signal })
  await Promise.all([stopServer(), local.close()])
  await host.close()
  log('stopped', { signal })
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
