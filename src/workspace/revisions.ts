/** At most one change of a webinar is told in so many ms. */
const pause = 500
/** Whoever waits hears after so many ms that nothing has happened. */
const patience = 15_000

interface Watched {
  version: number
  readonly waiting: Set<() => void>
  timer: ReturnType<typeof setTimeout> | null
  toldAt: number
}

/**
 * A number for each webinar that is another one after each change of what is known of it; kept in memory only. It
 * begins with the time, so that it goes on growing after a restart. All who watch a webinar share one timer.
 */
export class Revisions {
  readonly #now: () => number
  readonly #start: number
  readonly #watched = new Map<number, Watched>()
  #waiting = 0
  #heartbeat: ReturnType<typeof setInterval> | null = null

  constructor(now: () => number) {
    this.#now = now
    this.#start = now()
  }

  /** The version of a webinar, by its number. */
  of(webinar: number): number {
    return this.#watched.get(webinar)?.version ?? this.#start
  }

  /** To be called after the commit of what has changed, or in its transaction: nobody is told before that has ended. */
  bump(webinars: Iterable<number>): void {
    for (const webinar of webinars) this.#bump(this.#of(webinar))
  }

  /** Everything has changed, as when another version of the model comes into force. */
  bumpAll(): void {
    for (const watched of this.#watched.values()) this.#bump(watched)
  }

  /** Resolves when the version is no longer `known`, after 15 s without a change, and when `signal` is aborted. */
  waiting(webinar: number, known: number, signal: AbortSignal): Promise<void> {
    const watched = this.#of(webinar)
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done)
        watched.waiting.delete(done)
        this.#waiting--
        if (watched.waiting.size === 0) this.#rest(watched)
        resolve()
      }
      watched.waiting.add(done)
      this.#waiting++
      this.#heartbeat ??= setInterval(() => this.#tellAll(), patience)
      if (watched.version !== known) this.#tellSoon(watched)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  #of(webinar: number): Watched {
    let watched = this.#watched.get(webinar)
    if (!watched) {
      watched = { version: this.#start, waiting: new Set(), timer: null, toldAt: -Infinity }
      this.#watched.set(webinar, watched)
    }
    return watched
  }

  #bump(watched: Watched): void {
    watched.version = Math.max(watched.version + 1, this.#now())
    if (watched.waiting.size > 0) this.#tellSoon(watched)
  }

  #tellSoon(watched: Watched): void {
    const wait = Math.max(0, watched.toldAt + pause - performance.now())
    watched.timer ??= setTimeout(() => tell(watched), wait)
  }

  #tellAll(): void {
    for (const watched of this.#watched.values()) if (watched.waiting.size > 0) tell(watched)
  }

  /** No timer runs for nobody. */
  #rest(watched: Watched): void {
    if (watched.timer) clearTimeout(watched.timer)
    watched.timer = null
    if (this.#waiting > 0 || !this.#heartbeat) return
    clearInterval(this.#heartbeat)
    this.#heartbeat = null
  }
}

function tell(watched: Watched): void {
  watched.toldAt = performance.now()
  for (const done of [...watched.waiting]) done()
}
