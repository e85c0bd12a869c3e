import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { errorFields, log } from '../log.ts'
import type { FromCheckpoints, ToCheckpoints } from './checkpoint-thread.ts'

/** Where checkpoints have a thread, those within a commit (which hold up everybody) are only the last resort: pages. */
export const lastResort = 32_000

/**
 * Checkpoints beside the writer, in a thread of their own: the writer only does the last bit of each, so that its log
 * can begin anew. Should the thread fail, SQLite's own checkpoints go on in the writer's commits.
 */
export class Checkpoints {
  readonly #finish = new Map<string, () => void>()
  readonly #thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url))
  #failed = false

  constructor() {
    this.#thread.on('message', (message: FromCheckpoints) => {
      if (message.kind === 'failed') log('checkpoint failed', { code: message.code })
      else this.#end(message.path)
    })
    this.#thread.on('error', (error) => {
      this.#failed = true
      log('checkpoint thread failed', errorFields(error))
    })
  }

  /** `finish`: a checkpoint by the writer itself, of little. */
  watch(path: string, finish: () => void): void {
    this.#finish.set(path, finish)
    this.#post({ kind: 'watch', path })
  }

  forget(path: string): void {
    this.#finish.delete(path)
    this.#post({ kind: 'forget', path })
  }

  /** After this nobody but the writer has a database open. */
  async close(): Promise<void> {
    this.#finish.clear()
    if (this.#failed) return
    const exit = once(this.#thread, 'exit')
    this.#post({ kind: 'close' })
    await exit
  }

  #end(path: string): void {
    try {
      this.#finish.get(path)?.()
    } catch (error) {
      log('checkpoint failed', errorFields(error))
    }
  }

  #post(message: ToCheckpoints): void {
    if (!this.#failed) this.#thread.postMessage(message)
  }
}
