import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { AtEnd } from './running.ts'

/** What came to a target. */
export interface Received {
  at: number
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** How a target answers: a status with a text, headers if there are any, or never. */
export type Answer = { status: number; text?: string; headers?: Record<string, string> } | 'hangs'

/** A server that takes POSTs as Slack and others do, and answers each path as it is told to. */
export async function openTarget(atEnd: AtEnd = onTestFinished, usual: Answer = { status: 200, text: 'ok' }) {
  const received: Received[] = []
  const answers = new Map<string, Answer>()
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const path = request.url!
    // A look whether anybody is there brings nothing.
    if (request.method === 'POST')
      received.push({ at: Date.now(), path, headers: request.headers, body: Buffer.concat(pieces).toString() })
    const answer = answers.get(path) ?? usual
    if (answer === 'hangs') return
    response.writeHead(answer.status, answer.headers).end(answer.text ?? '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    received,
    at: (path: string) => `http://127.0.0.1:${port}${path}`,
    /** The environment in which a server may call it. */
    env: { RIPEN_OUTBOUND_ALLOW: `127.0.0.1:${port}` },
    answers: (path: string, answer: Answer) => void answers.set(path, answer),
    by: (path: string) => received.filter((each) => each.path === path),
  }
}

export type Target = Awaited<ReturnType<typeof openTarget>>
