import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const patience = 10_000

/**
 * How to stop this server: it takes no new connection, ends those that wait for nothing at once and the others after
 * their answer, at the latest after 10 s. Node's own way would wait for connections on which nothing was ever asked.
 */
export function stopperOf(server: Server): () => Promise<void> {
  const underWay = new Map<Socket, number>()
  let stopping = false
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1
      if (underWay.has(socket)) underWay.set(socket, left)
      if (stopping && left === 0) socket.destroySoon()
    })
  })
  return () =>
    new Promise((resolve) => {
      stopping = true
      const late = setTimeout(() => server.closeAllConnections(), patience)
      server.close(() => {
        clearTimeout(late)
        resolve()
      })
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroySoon()
    })
}
