import { isScheduleDue, runDueSchedules } from '../../workspace/schedules/due.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'

const clock = 1_000
/** How long the schedules of a workspace rest after a fault of ours, ms. */
const afterFault = 30_000

/** Looks each second which lists of people are to go out, and hands them to the channels; `wake` sends them. */
export class Scheduler {
  readonly #workspaces: () => Iterable<Workspace>
  readonly #wake: (ws: Workspace) => void
  readonly #clock: NodeJS.Timeout
  readonly #restsUntil = new Map<string, number>()

  constructor(workspaces: () => Iterable<Workspace>, wake: (ws: Workspace) => void) {
    this.#workspaces = workspaces
    this.#wake = wake
    this.#clock = setInterval(() => {
      for (const ws of this.#workspaces()) void this.#look(ws)
    }, clock)
  }

  /** Nothing more is begun. What is under way is begun again at the next start. */
  stop(): void {
    clearInterval(this.#clock)
  }

  async #look(ws: Workspace): Promise<void> {
    if ((this.#restsUntil.get(ws.id) ?? 0) > ws.now()) return
    try {
      if (!isScheduleDue(ws)) return
      await runDueSchedules(ws)
      this.#wake(ws)
    } catch (error) {
      log('regular exports failed', { workspace: ws.id, ...errorFields(error) })
      this.#restsUntil.set(ws.id, ws.now() + afterFault)
    }
  }
}
