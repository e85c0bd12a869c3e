import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { AtEnd } from '../../process/running.ts'

/** Where webhooks go, and how many a second. */
export interface SendingTo {
  hook: string
  secret: string
  port: number
  rate: number
}

export interface AnswersSoFar {
  /** How long each answer by 204 took that came since this was last asked for, ms. */
  ms: number[]
  /** Deliveries that were answered by 204, in all. */
  acknowledged: number
  /** Answers other than 204, in all. */
  refused: number
}

/**
 * Sends webhooks from a thread of its own and times their answers there: what else this process does, which in row 9 is
 * being fifty targets, is no part of how long Ripen takes.
 */
export class SenderApart {
  readonly #thread: Worker

  constructor(to: SendingTo, atEnd: AtEnd) {
    this.#thread = new Worker(new URL('./sending-thread.ts', import.meta.url), { workerData: to })
    atEnd(() => void this.#thread.terminate())
  }

  soFar(): Promise<AnswersSoFar> {
    return this.#asked('so far')
  }

  /** Sends nothing new, and waits until everything that was begun is acknowledged. */
  finish(): Promise<AnswersSoFar> {
    return this.#asked('at last')
  }

  async #asked(what: 'so far' | 'at last'): Promise<AnswersSoFar> {
    const answered = once(this.#thread, 'message')
    this.#thread.postMessage(what)
    const [answers] = await answered
    return answers
  }
}
