import { request as httpRequest } from 'node:http'
import { connect as connectTo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Held, readHolder } from '../node/lock.ts'

/** Whoever carries commands out: the server that holds the data, or this process itself. */
export interface Connection {
  fetch: (request: Request) => Promise<Response>
  close(): Promise<void>
}

const patience = 30_000
const quiet = 1_000

/** Finds the server that has the data, or opens them here. Waits while another command has them; throws `Held` after 30 s. */
export async function connect(data: string, say: (words: string) => void): Promise<Connection> {
  const begun = Date.now()
  for (let told = false; ; await pause(100)) {
    const socket = readHolder(data)?.socket
    if (socket && (await answers(socket)))
      return { fetch: (request) => overSocket(socket, request), close: async () => {} }
    try {
      return await inThisProcess(data)
    } catch (error) {
      if (!(error instanceof Held) || Date.now() - begun > patience) throw error
      if (!told && Date.now() - begun > quiet) say(`${error.message} Waiting for it to end …`)
      told ||= Date.now() - begun > quiet
    }
  }
}

/** Everything that a server needs is loaded only here: most commands find one running. */
async function inThisProcess(data: string): Promise<Connection> {
  const { openHost } = await import('../node/host.ts')
  const host = openHost(data, 'command', (error) => {
    process.stderr.write(`The thread that holds the workspaces failed: ${error.name}\n`)
    process.exit(1)
  })
  return { fetch: host.local, close: () => host.close() }
}

/** Whether somebody listens there; a server that was killed leaves its socket behind. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTo(path)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

/** `fetch` over a local socket, which the global one cannot reach. */
async function overSocket(socketPath: string, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.byteLength) }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { socketPath, path: url.pathname + url.search, method: request.method, headers, agent: false },
      (incoming) => {
        const { statusCode: status = 500, rawHeaders } = incoming
        const pairs = rawHeaders.flatMap((name, i) =>
          i % 2 === 0 ? [[name, rawHeaders[i + 1]!] as [string, string]] : [],
        )
        const empty = status === 204 || status === 308
        if (empty) incoming.resume()
        resolve(new Response(empty ? null : (Readable.toWeb(incoming) as ReadableStream), { status, headers: pairs }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
