import { setTimeout as pause } from 'node:timers/promises'
import { dueChannels, sendNext } from '../../workspace/alerts/send-due.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'

const clock = 1_000
/** So long others have the thread before the next channel is begun with, ms. */
const breath = 6
/** How long a channel rests after a fault of ours, ms. */
const afterFault = 30_000

/**
 * Sends what is due, each channel for itself: one whose target hangs holds up no other, and nobody who comes in. Woken
 * when something was raised; the clock looks each second, for sends become due by time passing.
 */
export class Sender {
  readonly #workspaces: () => Iterable<Workspace>
  readonly #clock: NodeJS.Timeout
  readonly #underWay = new Set<Promise<void>>()
  #stopped = false

  constructor(workspaces: () => Iterable<Workspace>) {
    this.#workspaces = workspaces
    this.#clock = setInterval(() => {
      for (const ws of this.#workspaces()) this.wake(ws)
    }, clock)
  }

  /** To be called when something may be due: it begins at once. */
  wake(ws: Workspace): void {
    if (this.#stopped) return
    ws.sending.raised = 0
    const begun = this.#begin(ws, this.#due(ws)).finally(() => this.#underWay.delete(begun))
    this.#underWay.add(begun)
  }

  /** One after the other: to put messages together takes time, and who comes in must not wait for those of many channels. */
  async #begin(ws: Workspace, channels: readonly number[]): Promise<void> {
    const runs: Promise<void>[] = []
    for (const channel of channels) {
      runs.push(this.#run(ws, channel))
      await pause(breath)
    }
    await Promise.all(runs)
  }

  /** Nothing more is begun; resolves when what is under way has ended, after `patience` ms at the latest. */
  async stop(patience: number): Promise<void> {
    this.#stopped = true
    clearInterval(this.#clock)
    const over = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
    await Promise.race([Promise.all(this.#underWay), over])
  }

  /** Whoever came while a chat was left in peace is told as soon as that is over. */
  #wakeAfterRest(ws: Workspace, channel: number): void {
    const rest = (ws.sending.restsUntil.get(channel) ?? 0) - ws.now()
    if (rest > 0 && rest < clock) setTimeout(() => this.wake(ws), rest + 1).unref()
  }

  #due(ws: Workspace): number[] {
    try {
      return dueChannels(ws)
    } catch (error) {
      log('what is to be sent cannot be told', { workspace: ws.id, ...errorFields(error) })
      return []
    }
  }

  /** Goes on while more is due that need not wait for its turn. */
  async #run(ws: Workspace, channel: number): Promise<void> {
    try {
      while (!this.#stopped && (await sendNext(ws, channel)));
      this.#wakeAfterRest(ws, channel)
    } catch (error) {
      if (this.#stopped) return
      log('sending failed', { workspace: ws.id, ...errorFields(error) })
      ws.sending.restsUntil.set(channel, ws.now() + afterFault)
    }
  }
}
