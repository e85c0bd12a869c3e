import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Helpers } from '../../workspace/ahead.ts'
import type { KeyRange, ScoredRange } from '../../workspace/scored-range.ts'
import { errorFields, log } from '../log.ts'
import { unpackRange } from './scored-wire.ts'
import type { FromScorer, ScoringThreadData, ToScorer } from './scoring-thread.ts'
import { Turnstile } from './turnstile.ts'

/** One processor is for the thread that stores, which has more to do than two of these. */
const usual = Math.min(2, availableParallelism() - 1)
/** Whoever does not answer for so long is given up, ms. */
const patience = 10_000
/** So long a reader may take to be done, ms. */
const reading = 100

/** Threads that score people of one workspace beside the thread that stores; they are there only while they are needed. */
export class Scorers implements Helpers {
  readonly #path: string
  readonly #count: number
  #turnstile = new Turnstile()
  #threads: MessagePort[] = []
  readonly #running = new Set<Worker>()
  #ready = 0
  #asked = 0
  #answered = 0

  constructor(path: string, count = usual) {
    this.#path = path
    this.#count = count
  }

  come(): void {
    this.#turnstile = new Turnstile()
    this.#asked = this.#answered = this.#ready = 0
    this.#threads = Array.from({ length: this.#count }, () => this.#start())
  }

  get areHere(): boolean {
    return this.#threads.length > 0 && this.#ready === this.#threads.length
  }

  ask(range: KeyRange): void {
    const number = this.#asked++
    this.#post(this.#of(number), { number, range })
  }

  answer(): ScoredRange | null {
    if (!this.areHere) return null
    const number = this.#answered
    const port = this.#of(number)
    for (;;) {
      const known = this.#turnstile.answers
      const received = receiveMessageOnPort(port) as { message: FromScorer } | undefined
      if (received?.message.number === number) {
        this.#answered++
        if (!received.message.scored) break
        return unpackRange(received.message.scored)
      }
      if (!received && !this.#turnstile.await(known, patience)) break
    }
    log('scoring threads are given up', {})
    this.leave()
    return null
  }

  drop(): void {
    this.#answered = this.#asked
    this.#turnstile.wantFrom(this.#asked)
  }

  /** Each goes as soon as it is done with what it reads. */
  leave(): void {
    this.drop()
    for (const port of this.#threads) this.#post(port, 'leave')
    this.#threads = []
  }

  /**
   * A checkpoint after which the write-ahead log begins anew: whoever reads what was committed before it would keep it
   * from carrying all over, and whoever still reads out of the log would keep that from beginning anew.
   */
  between(checkpoint: () => void): void {
    const passBy = () => this.#threads.length > 0 && this.#turnstile.passBy(reading)
    passBy()
    checkpoint()
    passBy()
  }

  /** After this none of them has the database open. */
  async close(): Promise<void> {
    this.leave()
    await Promise.all([...this.#running].map((worker) => new Promise((resolve) => worker.once('exit', resolve))))
  }

  #start(): MessagePort {
    const { port1: port, port2 } = new MessageChannel()
    const workerData: ScoringThreadData = { path: this.#path, port: port2, shared: this.#turnstile.shared }
    const worker = new Worker(new URL('./scoring-thread.ts', import.meta.url), { workerData, transferList: [port2] })
    this.#running.add(worker)
    worker.once('exit', () => this.#running.delete(worker))
    worker.once('message', () => this.#ready++)
    worker.once('error', (error) => {
      log('scoring thread failed', errorFields(error))
      this.leave()
    })
    worker.unref()
    return port
  }

  #of(number: number): MessagePort {
    return this.#threads[number % this.#threads.length]!
  }

  #post(port: MessagePort, message: ToScorer): void {
    port.postMessage(message)
  }
}
