import { dueSources } from '../../workspace/pulls/due.ts'
import { pullPage } from '../../workspace/pulls/pull-page.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'

const clock = 1_000
/** So many sources are asked at a time, over all workspaces. */
const atOnce = 8
/** How long a workspace rests of which the database failed, ms. */
const afterFault = 30_000

/**
 * Fetches from platforms what is due, page by page; while a platform is waited for everybody else gets in. The clock
 * looks each second, for pulls become due by time passing.
 */
export class Puller {
  readonly #workspaces: () => Iterable<Workspace>
  readonly #stored: (ws: Workspace) => void
  readonly #clock: NodeJS.Timeout
  readonly #stop = new AbortController()
  readonly #resting = new Map<Workspace, number>()
  #running = 0

  /** `stored`: is told that something new is in a workspace. */
  constructor(workspaces: () => Iterable<Workspace>, stored: (ws: Workspace) => void) {
    this.#workspaces = workspaces
    this.#stored = stored
    this.#clock = setInterval(() => {
      for (const ws of this.#workspaces()) this.wake(ws)
    }, clock)
  }

  /** Aborted by `stop`. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  /** To be called when something may be due: it begins at once. */
  wake(ws: Workspace): void {
    if (this.stopped.aborted || (this.#resting.get(ws) ?? 0) > performance.now()) return
    for (const source of this.#due(ws))
      if (this.#running < atOnce && !ws.pulling.busy.has(source)) void this.#run(ws, source)
  }

  /** Drops what is under way; nothing more is stored. */
  stop(): void {
    clearInterval(this.#clock)
    this.#stop.abort()
  }

  #due(ws: Workspace): number[] {
    try {
      return dueSources(ws)
    } catch (error) {
      this.#rest(ws, error)
      return []
    }
  }

  async #run(ws: Workspace, source: number): Promise<void> {
    this.#running++
    try {
      while (await pullPage(ws, source, this.stopped)) {
        this.#stored(ws)
        await new Promise((resolve) => setImmediate(resolve))
      }
    } catch (error) {
      if (!this.stopped.aborted) this.#rest(ws, error)
    } finally {
      this.#running--
    }
  }

  #rest(ws: Workspace, error: unknown): void {
    log('fetching failed', { workspace: ws.id, ...errorFields(error) })
    this.#resting.set(ws, performance.now() + afterFault)
  }
}
