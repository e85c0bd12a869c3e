import { backlog, drain } from '../../workspace/drain.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from './log.ts'

const slice = 20
const clock = 1_000

/**
 * Scores what is due, in slices of 20 ms between which requests get in. Woken after every batch of requests,
 * and each second by the clock, since a person also becomes due by the mere passing of time.
 */
export class Drainer {
  readonly #workspaces: () => Iterable<Workspace>
  readonly #clock: NodeJS.Timeout
  #awake: Set<Workspace> = new Set()
  #scheduled = false
  #stopped = false

  constructor(workspaces: () => Iterable<Workspace>) {
    this.#workspaces = workspaces
    this.#clock = setInterval(() => {
      for (const ws of this.#workspaces()) this.wake(ws)
    }, clock)
  }

  wake(ws: Workspace): void {
    this.#awake.add(ws)
    if (this.#scheduled || this.#stopped) return
    this.#scheduled = true
    setImmediate(() => this.#run())
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
  }

  /** One workspace a turn, so that a big one does not hold up the others. A fault waits for the clock. */
  #run(): void {
    this.#scheduled = false
    const [ws] = this.#awake
    if (!ws || this.#stopped) return
    this.#awake.delete(ws)
    try {
      if (drain(ws, slice).remaining > 0) this.#awake.add(ws)
    } catch (error) {
      log('scoring failed', { workspace: ws.id, ...errorFields(error) })
    }
    if (this.#awake.size === 0) return
    this.#scheduled = true
    setImmediate(() => this.#run())
  }
}
