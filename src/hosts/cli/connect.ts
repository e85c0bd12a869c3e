import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Held, type Host, openHost } from '../node/host.ts'

/** Whoever carries commands out: the server that holds the data, or this process itself. */
export interface Connection {
  fetch: (request: Request) => Promise<Response>
  close(): Promise<void>
}

const patience = 30_000

/** Opens the data folder, or finds the server that has it. Waits while another command has it; throws `Held` after 30 s. */
export async function connect(data: string, say: (words: string) => void): Promise<Connection> {
  const until = Date.now() + patience
  for (let told = false; ; await pause(100)) {
    try {
      return inThisProcess(openHost(data, 'command', fail))
    } catch (error) {
      if (!(error instanceof Held)) throw error
      const { holder } = error
      if (holder?.socket) return { fetch: (request) => overSocket(holder.socket!, request), close: async () => {} }
      if (Date.now() > until) throw error
      if (!told && Date.now() > until - patience + 1_000) say(`${error.message} Waiting for it to end …`)
      told ||= Date.now() > until - patience + 1_000
    }
  }
}

function inThisProcess(host: Host): Connection {
  return { fetch: host.local, close: () => host.close() }
}

function fail(error: Error): never {
  process.stderr.write(`The thread that holds the workspaces failed: ${error.name}\n`)
  process.exit(1)
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
