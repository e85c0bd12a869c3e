/**
 * A clock that stands still while anything is going on. Where all wait, it goes on to whoever is woken first; deadlines
 * come when it goes past them.
 */
export class TestClock {
  #now: number
  #waiting: { at: number; wake: () => void }[] = []
  #deadlines: { at: number; controller: AbortController }[] = []
  /** How long was waited in all, ms; two who wait at the same time count both. */
  waited = 0

  constructor(now: number) {
    this.#now = now
  }

  now = (): number => this.#now

  wait = (ms: number): Promise<void> => {
    this.waited += ms
    return new Promise((wake) => {
      this.#waiting.push({ at: this.#now + ms, wake })
      setImmediate(() => this.#wakeNext())
    })
  }

  deadline = (ms: number): AbortSignal => {
    const controller = new AbortController()
    this.#deadlines.push({ at: this.#now + ms, controller })
    return controller.signal
  }

  pass = (ms: number): void => this.#goTo(this.#now + ms)

  /** One for each who waits. */
  #wakeNext(): void {
    const next = this.#waiting.reduce((first, other) => (other.at < first.at ? other : first))
    this.#waiting = this.#waiting.filter((other) => other !== next)
    this.#goTo(Math.max(next.at, this.#now))
    next.wake()
  }

  #goTo(time: number): void {
    this.#now = time
    const due = this.#deadlines.filter(({ at }) => at <= time)
    this.#deadlines = this.#deadlines.filter(({ at }) => at > time)
    for (const { controller } of due) controller.abort(new DOMException('The operation timed out.', 'TimeoutError'))
  }
}
