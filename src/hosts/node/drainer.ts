import { backlog, drainOnce } from '../../workspace/drain.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'

const clock = 1_000
/** No request for so long is a pause, ms: in a storm the next batch may take ten to arrive. */
const pause = 25
/** How long what has come in may wait for a pause, ms: ten times as long as the last run took, within these bounds. */
const share = 10
const [shortest, longest] = [50, 1_000]

/**
 * Reads what has come in and scores who is due, in slices of 20 ms between which requests get in. Woken by every
 * request, it begins when no other follows for a moment. In a storm it waits, for many at once cost far less than a few
 * each time, and who comes and goes meanwhile is scored once. The clock wakes it each second, since a person also becomes
 * due by time passing.
 */
export class Drainer {
  readonly #workspaces: () => Iterable<Workspace>
  readonly #mayRun: (rested: number) => boolean
  readonly #drained: (ws: Workspace) => void
  readonly #clock: NodeJS.Timeout
  readonly #pause: NodeJS.Timeout
  #awake: Set<Workspace> = new Set()
  #since: number | null = null
  #patience = shortest
  #took = 0
  #running = false
  #ranAt = -Infinity
  /** A run that waits for its turn. */
  #held: Set<Workspace> | null = null
  #stopped = false

  /** `mayRun`: whether requests leave it a turn, so many ms after its last one. `drained`: is told after each slice. */
  constructor(
    workspaces: () => Iterable<Workspace>,
    mayRun: (rested: number) => boolean,
    drained: (ws: Workspace) => void = () => {},
  ) {
    this.#workspaces = workspaces
    this.#mayRun = mayRun
    this.#drained = drained
    this.#pause = setTimeout(() => this.#begin(), pause)
    this.#clock = setInterval(() => {
      for (const ws of this.#workspaces()) this.wake(ws)
      this.goOn()
    }, clock)
  }

  wake(ws: Workspace): void {
    this.#awake.add(ws)
    if (!this.#running) this.#gather()
  }

  /** To be called when requests may leave it its turn again. It takes it at once: in a storm the next are there already. */
  goOn(): void {
    const left = this.#held
    this.#held = null
    if (left) this.#run(left)
  }

  /** People whose score is not yet in the answers, over all workspaces. */
  backlog(): number {
    let sum = 0
    for (const ws of this.#workspaces()) sum += backlog(ws)
    return sum
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#clock)
    clearTimeout(this.#pause)
  }

  #gather(): void {
    if (this.#stopped) return
    const now = performance.now()
    this.#since ??= now
    if (now - this.#since < this.#patience) this.#pause.refresh()
    else this.#begin()
  }

  #begin(): void {
    if (this.#running || this.#awake.size === 0) return
    const left = this.#awake
    this.#awake = new Set()
    this.#since = null
    this.#running = true
    this.#took = 0
    setImmediate(() => this.#run(left))
  }

  /** One workspace a turn, so that a big one does not hold up the others. A fault waits for the clock. */
  #run(left: Set<Workspace>): void {
    if (!this.#mayRun(performance.now() - this.#ranAt)) {
      this.#held = left
      return
    }
    const [ws] = left
    if (!ws || this.#stopped) {
      this.#running = false
      this.#patience = Math.min(Math.max(this.#took * share, shortest), longest)
      if (this.#awake.size > 0) this.#gather()
      return
    }
    left.delete(ws)
    const begin = performance.now()
    try {
      if (drainOnce(ws)) left.add(ws)
      this.#drained(ws)
    } catch (error) {
      log('scoring failed', { workspace: ws.id, ...errorFields(error) })
    }
    this.#ranAt = performance.now()
    this.#took += this.#ranAt - begin
    setImmediate(() => this.#run(left))
  }
}
