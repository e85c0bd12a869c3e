import { createHook } from 'node:async_hooks'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { AtEnd } from '../process/running.ts'

/** Every connection that this process begins from now on, by the address that it goes to, whoever begins it. */
export function connectionAttempts(atEnd: AtEnd): () => string[] {
  const requests: { address?: string }[] = []
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (type === 'TCPCONNECTWRAP') requests.push(resource as { address?: string })
    },
  }).enable()
  atEnd(() => void hook.disable())
  return () => requests.map(({ address }) => address ?? 'not known')
}

/** Something within, on all addresses of this machine, that nobody may reach; counts who does. */
export async function canary(atEnd: AtEnd): Promise<{ port: number; reached(): number }> {
  let reached = 0
  const server = createServer((socket) => {
    reached++
    socket.on('error', () => {})
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\ntaken')
  }).listen(0, '0.0.0.0')
  await once(server, 'listening')
  atEnd(() => void server.close())
  return { port: (server.address() as AddressInfo).port, reached: () => reached }
}
