import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext } from 'node:tls'
import { wayOut } from '../../channels/way-out-words.ts'
import { type Answered, type Asked, NoAnswer } from '../../channels/ways-out.ts'
import type { Place as AnyPlace } from '../outbound.ts'
import type { Resolved } from './resolve.ts'

/** A place, and how it is connected to. */
type Place = AnyPlace & { agents: Agents }
type Agents = ReturnType<typeof agentsTrusting>

const LARGEST = 64 * 1024
/** So long a connection is kept that nobody uses, ms. */
const idle = 30_000

/**
 * Agents that trust a certificate; undefined: those of the system. Of our own, for the global ones may be told by the
 * environment to go through a proxy; with one context for all connections, for each would spend 0.2 ms on its own.
 * `keepAlive`: a connection is kept for the next message, at most for `idle` ms.
 */
export function agentsTrusting(ca: string | undefined, keepAlive: boolean) {
  const options = { keepAlive, maxFreeSockets: 4, ...(keepAlive && { timeout: idle }) }
  const secureContext = createSecureContext({ ca })
  return { 'http:': new HttpAgent(options), 'https:': new HttpsAgent({ ...options, secureContext }) }
}

/**
 * Posts to a place at the very addresses that were looked at, whatever its name leads to by now, or by a connection that
 * was made so a moment ago. What has been answered within `ms` counts; throws `NoAnswer` where nothing was.
 */
export async function postTo(place: Place, at: readonly Resolved[], asked: Asked, ms: number): Promise<Answered> {
  const until = performance.now() + ms
  for (;;) {
    const answered = await tried(place, at, asked, Math.max(1, until - performance.now()))
    if (answered !== 'closed before') return answered
  }
}

/** `closed before`: instead of an answer a connection that was kept came to its end, as one does that nobody uses. */
function tried(place: Place, at: readonly Resolved[], { headers, body }: Asked, ms: number) {
  return new Promise<Answered | 'closed before'>((resolve, reject) => {
    const request = requestOf(place, at, 'POST', { ...headers, 'content-length': String(Buffer.byteLength(body)) })
    const timer = setTimeout(() => breakOff(new NoAnswer(hung(place, ms), false)), ms)
    let answer: IncomingMessage | null = null
    const pieces: Buffer[] = []
    let length = 0

    request.on('error', (error: NodeJS.ErrnoException) => {
      const isKept = !answer && request.reusedSocket && error.code === 'ECONNRESET'
      if (!isKept) return breakOff(reasonOf(error, place))
      clearTimeout(timer)
      resolve('closed before')
    })
    request.on('response', (response) => {
      answer = response
      response.on('data', (piece: Buffer) => {
        pieces.push(piece)
        length += piece.length
        if (length >= LARGEST) breakOff(null)
      })
      response.on('end', () => end(null))
      response.on('error', () => end(null))
    })
    request.end(body)

    function breakOff(error: Error | null) {
      request.destroy()
      end(error)
    }

    /** Once a status has come it counts, also where the rest of the answer does not. */
    function end(error: Error | null) {
      clearTimeout(timer)
      if (!answer) return reject(error)
      const text = Buffer.concat(pieces).subarray(0, LARGEST).toString('utf8')
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null, text })
    }
  })
}

/** Connects as `postTo` does and asks for nothing; throws `NoAnswer` where nobody is there. */
export function connectTo(place: Place, at: readonly Resolved[], ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = requestOf(place, at, 'POST', {})
    const timer = setTimeout(() => request.destroy(new NoAnswer(hung(place, ms), false)), ms)
    const ready = place.url.protocol === 'https:' ? 'secureConnect' : 'connect'
    request.on('socket', (socket) => socket.once(ready, () => request.destroy()))
    request.on('error', (error: NodeJS.ErrnoException) => finish(error))
    request.on('close', () => finish(null))

    function finish(error: NodeJS.ErrnoException | null) {
      clearTimeout(timer)
      if (error && error.code !== 'ECONNRESET') reject(reasonOf(error, place))
      else resolve()
    }
  })
}

function requestOf(place: Place, at: readonly Resolved[], method: string, headers: Asked['headers']): ClientRequest {
  const { url, host, port, agents } = place
  // An answer at once would find a socket that is not ready for a fault of the connection.
  const lookup: LookupFunction = (_host, { all }, callback) =>
    process.nextTick(() => (all ? callback(null, [...at]) : callback(null, at[0]!.address, at[0]!.family)))
  const name = isIP(host) ? {} : { servername: host }
  const to = { host, port, path: url.pathname + url.search, method, lookup, ...name }
  const sent = { ...headers, host: url.host, 'user-agent': 'Ripen' }
  return url.protocol === 'https:'
    ? httpsRequest({ ...to, headers: sent, agent: agents['https:'] })
    : httpRequest({ ...to, headers: sent, agent: agents['http:'] })
}

function hung({ host }: Place, ms: number) {
  return wayOut('hung', { host, seconds: Math.ceil(ms / 1000) })
}

function reasonOf(error: NodeJS.ErrnoException, { host, port }: Place): NoAnswer {
  if (error instanceof NoAnswer) return error
  const { code = '', message } = error
  if (code === 'ECONNREFUSED') return new NoAnswer(wayOut('refused', { host, port }), false)
  if (/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|EPROTO/.test(code))
    return new NoAnswer(wayOut('certificate', { host, why: code }), false)
  return new NoAnswer(wayOut('unreachable', { host, why: code || message.slice(0, 100) }), false)
}
