import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refused } from '../../domain/refusal.ts'
import { errorFields, log } from '../log.ts'
import { watchSpace } from './free-space.ts'
import { takeHooks } from './hooks.ts'
import { type Host, openHost } from './host.ts'
import { listenLocally } from './socket.ts'
import { stopperOf } from './stop.ts'
import { version } from './version.ts'

/** So many connections may wait to be taken: when a great webinar ends, Zoom opens thousands at once. */
const mostKnocking = 4_096

/** A Ripen that answers on the network and to this machine's command line. */
export interface Served {
  address: string
  host: Host
  /** Finishes what is under way, then frees port and folder. */
  stop(): Promise<void>
}

/**
 * Serves a data folder on a port (0: any free one). Throws Refused, in words, when folder or port are not to be had.
 * When the thread of the workspaces dies the process ends: nothing can be answered any more.
 */
export async function serve({ data, port }: { data: string; port: number }): Promise<Served> {
  const host = openHost(data, 'server', (error) => {
    log('workspaces thread failed', errorFields(error))
    process.stderr.write(
      'The thread that holds the workspaces failed, so Ripen stops. Nothing acknowledged is lost; start it again.\n',
    )
    process.exit(1)
  })
  const calls = getRequestListener((request, { incoming }) => host.front.fetch(request, incoming.socket))
  const server = createServer(takeHooks(host.front, calls))
  server.keepAliveTimeout = 65_000
  const stopServer = stopperOf(server)
  const local = await listenLocally(host)
  let address: string
  try {
    address = await listen(server, port)
  } catch (error) {
    await local.close()
    await host.close()
    throw error
  }
  host.listens(address, local.path)
  const stopWatching = watchSpace(host.data)
  log('started', { version, address, pid: process.pid })
  return {
    address,
    host,
    async stop() {
      stopWatching()
      host.endStreams()
      await Promise.all([stopServer(), local.close()])
      await host.close()
    },
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known: Record<string, string> = {
        EADDRINUSE: 'is taken by another program',
        EACCES: 'may not be used without more rights',
      }
      const words = known[error.code ?? ''] ?? `cannot be used (${error.code})`
      reject(new Refused('conflict', `port ${port} ${words}. Set PORT to another one.`))
    })
    server.listen({ port, backlog: mostKnocking }, () =>
      resolve(`http://localhost:${(server.address() as AddressInfo).port}`),
    )
  })
}
