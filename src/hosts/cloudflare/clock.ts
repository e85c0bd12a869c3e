import { drainFor, nextDue } from '../../workspace/drain.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** How long who is due waits for others, ms: many at once cost far less than one at a time. */
const shortest = 50
/** For so long one ring scores, ms, between requests; then it rings again. */
const atOnce = 10_000
const afterFault = 30_000

/**
 * The alarm of a workspace's object, which scores who is due. It is set together with what makes somebody due, so it
 * rings even where the object has died in between; and for the moment at which a card changes by itself.
 */
export class Clock {
  readonly #storage: DurableObjectStorage
  #at = Number.POSITIVE_INFINITY
  #ringing = false

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** Somebody may be due. */
  wake(): void {
    if (!this.#ringing) this.#setBefore(Date.now() + shortest)
  }

  async ring(ws: Workspace): Promise<void> {
    this.#ringing = true
    this.#at = Number.POSITIVE_INFINITY
    let next: number | null = Date.now() + afterFault
    try {
      next = (await scored(ws)) ? nextDue(ws) : Date.now()
    } catch (error) {
      ws.report('scoring failed', error)
    } finally {
      this.#ringing = false
      if (next !== null) this.#setBefore(Math.max(next, Date.now()))
    }
  }

  /** What is written counts only together with the alarm, which the platform stores with it: nobody need wait here. */
  #setBefore(at: number): void {
    if (at >= this.#at) return
    this.#at = at
    void this.#storage.setAlarm(at)
  }
}

/** Scores a handful at a time; others get in between. False when it has to go on. */
async function scored(ws: Workspace): Promise<boolean> {
  const end = Date.now() + atOnce
  while (drainFor(ws, 0)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return true
}
