import { forget, type Kept, keep, keptOf } from './kept.ts'

const everyMs = 60_000
/** The server takes a viewer's reports only so often. */
const restMs = 3_500
const longestWaitMs = 120_000

/** What was watched so far, and where the player is, in seconds of the media. */
export interface Seen {
  intervals: [number, number][]
  position: number
}

/** `wait`: it is to be told again, in so many ms at the least; `isAway`: nobody answered. */
type Outcome = 'stored' | 'refused' | 'gone' | { wait: number; isAway: boolean }

/**
 * Tells the server what was watched: all of it each time, until it says that it is stored. What it does not have yet is
 * kept in this browser, also when the page goes or the network does, and told by the next page of the same link.
 */
export class Reporter {
  readonly #path: string
  readonly #sitting: string
  readonly #onState: (state: 'told' | 'offline' | 'gone') => void
  #length: number | null = null
  #seen: Seen | null = null
  #told = '[]'
  #sentAt = -Infinity
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #busy = false
  #gone = false

  constructor(path: string, sitting: string, onState: (state: 'told' | 'offline' | 'gone') => void) {
    this.#path = path
    this.#sitting = sitting
    this.#onState = onState
    addEventListener('online', () => this.soon())
  }

  /** Tells that the link was opened, and what earlier pages could not tell. */
  async begin(): Promise<void> {
    await post(this.#path, { sitting: this.#sitting, intervals: [] })
    for (const report of keptOf(this.#path)) {
      for (let tries = 0; ; tries++) {
        const outcome = await post(this.#path, bodyOf(report))
        if (typeof outcome === 'string') break
        await pause(waitOf(outcome, tries))
      }
      forget(report.sitting)
    }
  }

  set length(seconds: number) {
    this.#length = seconds
  }

  /** More was watched: it is told within a minute. */
  note(seen: Seen): void {
    this.#seen = seen
    if (this.#isTold) return
    keep(this.#kept(seen))
    this.#schedule(everyMs)
  }

  /** Told as soon as the server takes it: after a pause, a seek, at the end. */
  soon(): void {
    if (this.#isTold) return
    this.#schedule(0)
  }

  /** The page may be gone the next moment, so nobody waits for an answer; what is kept is told again if it comes back. */
  last(): void {
    if (this.#isTold) return
    keep(this.#kept(this.#seen!))
    const body = new Blob([JSON.stringify(this.#body())], { type: 'application/json' })
    if (navigator.sendBeacon(this.#path, body)) this.#sentAt = performance.now()
  }

  get #isTold(): boolean {
    return this.#gone || this.#seen === null || JSON.stringify(this.#seen.intervals) === this.#told
  }

  /** At this moment at the latest, but not before the server takes the next one. */
  #schedule(delay: number): void {
    if (this.#busy) return
    const rest = Math.max(delay, this.#sentAt + restMs - performance.now(), 0)
    if (this.#timer !== null && delay > 0) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#send(), rest)
  }

  async #send(): Promise<void> {
    this.#timer = null
    if (this.#isTold) return
    this.#busy = true
    this.#sentAt = performance.now()
    const sent = JSON.stringify(this.#seen!.intervals)
    const outcome = await post(this.#path, this.#body())
    this.#busy = false
    if (typeof outcome === 'object') {
      if (outcome.isAway) this.#onState('offline')
      this.#schedule(waitOf(outcome, this.#failures++))
      return
    }
    this.#failures = 0
    this.#told = sent
    this.#gone = outcome === 'gone'
    this.#onState(this.#gone ? 'gone' : 'told')
    if (this.#isTold) forget(this.#sitting)
    else this.#schedule(everyMs)
  }

  #kept(seen: Seen): Kept {
    return { path: this.#path, sitting: this.#sitting, ...seen, at: Date.now() }
  }

  #body(): object {
    const { intervals, position } = this.#seen!
    return { sitting: this.#sitting, intervals, position, ...(this.#length && { mediaSeconds: this.#length }) }
  }
}

function bodyOf({ sitting, intervals, position, at }: Kept): object {
  return { sitting, intervals, position, ago: Math.max(0, (Date.now() - at) / 1000) }
}

/** Sent once. What the server will never take is `refused`; nobody knows of a lost answer whether it was stored. */
async function post(path: string, body: object): Promise<Outcome> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      keepalive: true,
    })
    if (answer.ok) return 'stored'
    if (answer.status === 404) return 'gone'
    if (answer.status !== 429 && answer.status < 500) return 'refused'
    return { wait: 1000 * Number(answer.headers.get('retry-after')), isAway: answer.status !== 429 }
  } catch {
    return { wait: 0, isAway: true }
  }
}

function waitOf({ wait }: { wait: number }, failures: number): number {
  return Math.max(wait, Math.min(longestWaitMs, restMs * 2 ** failures))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
