import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { AtEnd } from '../process/running.ts'
import { testCertificate, testKey } from './certificate.ts'

export interface Target {
  url: string
  /** With its port, as RIPEN_OUTBOUND_ALLOW names it. */
  host: string
  port: number
}

/** A target on this machine over plain http. `connections`: how many were made to it. */
export async function plainTarget(
  answer: RequestListener,
  atEnd: AtEnd,
): Promise<Target & { connections: () => number }> {
  let connections = 0
  const server = createHttp(answer).listen(0, '127.0.0.1')
  server.on('connection', () => connections++)
  await once(server, 'listening')
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, host: `127.0.0.1:${port}`, port, connections: () => connections }
}

/** A target that calls itself target.example, with a certificate that only tests trust. `names`: the ones it was asked for. */
export async function secureTarget(answer: RequestListener, atEnd: AtEnd): Promise<Target & { names: string[] }> {
  const names: string[] = []
  const options = { key: testKey, cert: testCertificate }
  const server = createHttps({ ...options }, answer).listen(0, '127.0.0.1')
  server.on('secureConnection', (socket) => names.push(socket.servername || 'none'))
  await once(server, 'listening')
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `https://target.example:${port}/hook`, host: `target.example:${port}`, port, names }
}

/** A target that sends on to another address. */
export function redirecting(status: number, to: string, atEnd: AtEnd): Promise<Target> {
  return plainTarget((_, response) => {
    response.writeHead(status, { location: to, refresh: `0; url=${to}` }).end()
  }, atEnd)
}
