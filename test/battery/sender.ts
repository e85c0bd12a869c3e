import { signed } from '../zoom-run.ts'
import type { Bodies } from './bodies.ts'
import { Connection } from './connection.ts'

const tick = 5
/** So long waits what was refused or broke off, ms, before it is sent again. */
const again = 50

export interface SenderOptions {
  /** The path of the source. */
  hook: string
  secret: string
  bodies: Bodies
  connections?: number
}

/** One delivery that was answered by 204. */
export interface Acknowledged {
  index: number
  /** The connection that it came over, by this side's port. */
  port: number
  /** How long its answer took, ms. */
  ms: number
}

interface Request {
  index: number
  bytes: string
}

/**
 * Sends signed webhooks at a steady rate, as a platform does: what is not answered by 204, because it was refused or the
 * connection broke, is sent again until it is.
 */
export class Sender {
  readonly acknowledged: Acknowledged[] = []
  /** How often an answer other than 204 came, by status; and how many 503 lacked the hint when to come again. */
  readonly refused = new Map<number, number>()
  withoutHint = 0
  broken = 0
  /** The longest wait for a 204, ms. */
  slowest = 0
  readonly #options: Required<SenderOptions>
  readonly #again: (Request & { from: number })[] = []
  readonly #idle: Connection[] = []
  #port = 0
  #rate = 0
  #next = 0
  #last = Number.POSITIVE_INFINITY
  #allowed = 0
  /** Nothing answers: one delivery is tried from time to time, for a server that is starting needs the processor. */
  #silent = false
  #underWay = 0
  #at = performance.now()
  #timer: NodeJS.Timeout | null = null
  #ended: (() => void) | null = null

  constructor(options: SenderOptions) {
    this.#options = { connections: 64, ...options }
  }

  /** Begins, or goes on, with so many a second to a server on this port. */
  sendTo(port: number, rate: number): void {
    if (port !== this.#port) for (const connection of this.#idle.splice(0)) connection.end()
    this.#port = port
    this.#rate = rate
    this.#at = performance.now()
    this.#timer ??= setInterval(() => this.#tick(), tick)
  }

  /** Sends nothing new; resolves when everything that was begun is acknowledged. */
  finish(): Promise<void> {
    this.#last = this.#next
    return new Promise((resolve) => {
      this.#ended = resolve
      this.#endIfDone()
    })
  }

  /** Sends nothing any more. */
  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    for (const connection of this.#idle.splice(0)) connection.end()
  }

  /** How many different deliveries were begun. */
  get sent(): number {
    return this.#next
  }

  #tick(): void {
    const now = performance.now()
    // What could not be sent for want of connections is made up for, but not more than that of half a second.
    this.#allowed = Math.min(this.#allowed + ((now - this.#at) * this.#rate) / 1000, this.#rate / 2)
    this.#at = now
    const most = this.#silent ? 1 : this.#options.connections
    while (this.#allowed >= 1 && this.#underWay < most) {
      const request = this.#take(now)
      if (request === null) return
      this.#allowed--
      this.#underWay++
      this.#send(request)
    }
  }

  #take(now: number): Request | null {
    if (this.#again.length > 0 && this.#again[0]!.from <= now) return this.#again.shift()!
    if (this.#next >= this.#last) return null
    const index = this.#next++
    return { index, bytes: this.#bytesOf(index) }
  }

  async #send({ index, bytes }: Request): Promise<void> {
    const [begin, port] = [performance.now(), this.#port]
    const connection = this.#idle.pop() ?? new Connection(port)
    const settled = await connection.send(bytes).catch(() => null)
    this.#underWay--
    this.#silent = settled === null
    if (settled && port === this.#port && this.#timer) this.#idle.push(connection)
    else connection.end()
    if (settled?.status === 204) {
      const ms = performance.now() - begin
      this.acknowledged.push({ index, port: connection.localPort, ms })
      this.slowest = Math.max(this.slowest, ms)
    } else {
      this.#count(settled)
      this.#again.push({ index, bytes, from: performance.now() + again })
    }
    this.#endIfDone()
  }

  #count(answer: { status: number; retryAfter: string | null } | null): void {
    if (!answer) {
      this.broken++
      return
    }
    this.refused.set(answer.status, (this.refused.get(answer.status) ?? 0) + 1)
    if (answer.retryAfter === null) this.withoutHint++
  }

  #endIfDone(): void {
    if (!this.#ended || this.acknowledged.length < this.#last) return
    this.stop()
    this.#ended()
  }

  /** A character for each byte. */
  #bytesOf(index: number): string {
    const { hook, secret, bodies } = this.#options
    const text = bodies.at(index)
    const body = Buffer.from(text).toString('latin1')
    const headers = signed(text, secret, String(Math.floor(Date.now() / 1000)))
    const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': String(body.length) })
    return [`POST ${hook} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
  }
}
