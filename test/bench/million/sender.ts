import { Connection } from '../connection.ts'
import { Queue } from './queue.ts'
import { type Outcome, Tally } from './tally.ts'

/** How somebody sends who does not wait for us: times in ms. */
export interface Manner {
  port: number
  /** Gives a try up after so long and closes its connection. */
  patience: number
  /** How long after a failed try the next one is made; after the last there is none. */
  waits: readonly number[]
}

/** So many deliveries over so many connections: all within so many ms whatever comes of it, or as fast as answered. */
export interface Burst {
  name: string
  count: number
  connections: number
  within: number | null
  /** The request of a delivery, signed now. */
  request: (delivery: number) => Buffer
}

interface Try {
  burst: Burst
  tally: Tally
  delivery: number
  attempt: number
  /** When it is to be made. */
  at: number
}

const mostAtOnce = 200

/** Sends like Zoom: one delivery at a time on a connection, what was not answered by 2xx in time comes again later. */
export class Sender {
  readonly #manner: Manner
  readonly #idle: Connection[] = []
  /** Those whose moment has come. */
  readonly #ready = new Queue<Try>()
  readonly #later: Queue<Try>[]
  /** In the order in which they began; those that are done are passed over. */
  readonly #underWay = new Queue<{ connection: Connection; begin: number; done: boolean }>()
  #busy = 0
  #connections = 0
  /** How many tries may still be begun in this turn: no more than lets answers be read in time. */
  #left = 0
  #now: { burst: Burst; tally: Tally } | null = null
  /** What was given up for good. */
  lost = 0
  /** For how long it could not do anything, ms. Then figures are the sender's rather than the server's. */
  longestStall = 0
  /** An answer after which Zoom never sends again. */
  #fault: Error | null = null

  constructor(manner: Manner) {
    this.#manner = manner
    this.#later = manner.waits.map(() => new Queue())
  }

  /** Until every delivery was tried once. Retries go on while the next burst is sent. */
  async send(burst: Burst, onPace: (tally: Tally, later: number) => void): Promise<Tally> {
    const tally = new Tally(burst.name, burst.count, this.#manner.waits.length + 1)
    this.#now = { burst, tally }
    this.#connections = burst.connections
    await this.#until(
      () => tally.done === burst.count,
      () => onPace(tally, this.later),
    )
    this.#now = null
    return tally
  }

  /** Until nothing comes again. */
  async settle(onPace: (later: number, next: number | null) => void): Promise<void> {
    await this.#until(
      () => this.later === 0,
      () => onPace(this.later, this.#next()),
    )
    for (const connection of this.#idle) connection.close()
  }

  /** How many deliveries wait for a retry, or are under way. */
  get later(): number {
    return this.#later.reduce((sum, queue) => sum + queue.length, this.#ready.length + this.#busy)
  }

  #until(done: () => boolean, onPace: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const pace = setInterval(onPace, 2_000)
      let before = performance.now()
      // After what has arrived was read: an answer that waits here has come in time.
      const turn = () => {
        const now = performance.now()
        this.longestStall = Math.max(this.longestStall, now - before)
        before = now
        this.#left = mostAtOnce
        this.#giveUp(now)
        this.#fill(now)
        if (!done() && !this.#fault)
          return void (this.#left > 0 ? setTimeout(() => setImmediate(turn), 2) : setImmediate(turn))
        clearInterval(pace)
        if (this.#fault) reject(this.#fault)
        else resolve()
      }
      turn()
    })
  }

  #giveUp(now: number): void {
    const { patience } = this.#manner
    for (let { first } = this.#underWay; first; { first } = this.#underWay) {
      if (!first.done && now - first.begin < patience) break
      if (!first.done) first.connection.close()
      this.#underWay.shift()
    }
    while (this.#ready.length > 0 && now - this.#ready.first!.at >= patience)
      this.#settled(this.#ready.shift()!, 'held', 0)
  }

  #fill(now: number): void {
    for (const queue of this.#later) while (queue.length > 0 && queue.first!.at <= now) this.#ready.push(queue.shift()!)
    if (this.#now) this.#offer(this.#now, now)
    for (; this.#left > 0 && this.#ready.length > 0 && this.#busy < this.#connections; this.#left--)
      this.#try(this.#ready.shift()!)
  }

  #offer({ burst, tally }: { burst: Burst; tally: Tally }, now: number): void {
    const { count, connections, within } = burst
    const free = connections - this.#busy - this.#ready.length
    const due = within === null ? tally.offered + free : (tally.elapsed * 1000 * count) / within
    for (let left = Math.min(due, count) - tally.offered; left >= 1; left--)
      this.#ready.push({ burst, tally, delivery: tally.offer(), attempt: 0, at: now })
  }

  async #try(made: Try): Promise<void> {
    this.#busy++
    const connection = this.#connection() ?? new Connection(this.#manner.port)
    const sending = { connection, begin: performance.now(), done: false }
    this.#underWay.push(sending)
    const status = await connection.send(made.burst.request(made.delivery))
    const now = performance.now()
    const took = now - sending.begin
    sending.done = true
    this.#busy--
    if (!connection.broken) this.#idle.push(connection)
    if (status === 204) this.#settled(made, 'stored', took)
    else if (status >= 500) this.#settled(made, 'refused', took)
    else if (status === 0) this.#settled(made, took < this.#manner.patience ? 'broken' : 'unanswered', took)
    else this.#fault = new Error(`${made.burst.name}: answered by ${status}, after which Zoom never sends again`)
    this.#fill(now)
  }

  #connection(): Connection | undefined {
    for (;;) {
      const connection = this.#idle.pop()
      if (!connection?.broken) return connection
    }
  }

  #settled(made: Try, outcome: Outcome, took: number): void {
    made.tally.count(made.attempt, outcome, took)
    if (outcome === 'stored') return
    const wait = this.#manner.waits[made.attempt]
    if (wait === undefined) this.lost++
    else this.#later[made.attempt]!.push({ ...made, attempt: made.attempt + 1, at: performance.now() + wait })
  }

  /** In how many ms something comes again; null while all of it is under way. */
  #next(): number | null {
    const moments = this.#later.flatMap(({ first }) => first?.at ?? [])
    return moments.length === 0 ? null : Math.min(...moments) - performance.now()
  }
}
