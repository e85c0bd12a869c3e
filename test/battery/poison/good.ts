import { type Delivery, zoomRun } from '../../zoom-run.ts'
import type { Company } from '../company.ts'
import { quantile } from '../figures.ts'
import { hookOf } from './attack.ts'
import type { Payload } from './payload.ts'
import { bytesOf } from './payload.ts'

/** Ordinary webhooks that go on while something else is done: one after the other, every 10 ms. */
export class GoodTraffic {
  readonly #door: ReturnType<typeof hookOf>
  readonly #run: readonly Delivery[]
  #next = 0
  /** Those that went on beside. */
  sent = 0
  refused = 0

  constructor(company: Company) {
    this.#door = hookOf(company)
    this.#run = zoomRun(4_000)
  }

  /** The next so many, for others to send. */
  *next(count: number): Generator<Payload> {
    for (let left = count; left > 0; left--) yield payloadOf(this.#run[this.#next++]!)
  }

  /** The p99 of their answers in ms while `work` is done. */
  async p99During(work: () => Promise<unknown>): Promise<number> {
    const took: number[] = []
    let done = false
    const finished = work().finally(() => (done = true))
    while (!done && this.#next < this.#run.length) {
      const { status, ms } = await this.#door.send(payloadOf(this.#run[this.#next++]!))
      took.push(ms)
      this.sent++
      if (status !== 204) this.refused++
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await finished
    return Math.round(quantile(took, 0.99))
  }
}

function payloadOf({ body }: Delivery): Payload {
  return { name: 'good', bytes: bytesOf(body), unreadable: false }
}
