/**
 * What becomes of a try: `refused` with 503, `unanswered` when the sender gave up, `broken` when the connection ended or
 * never came about, `held` when no connection was free until the sender gave up.
 */
export const outcomes = ['stored', 'refused', 'unanswered', 'broken', 'held'] as const

export type Outcome = (typeof outcomes)[number]

/** How many tries came to what. */
export type Tries = Record<Outcome, number>

/** What became of a part of the deliveries. Seconds run from when its first delivery was offered. */
export interface Sent {
  name: string
  deliveries: number
  /** Until its last delivery was offered, and until the last one was stored. */
  offeredIn: number
  storedIn: number
  /** How many of them were stored while others were still offered for the first time. */
  storedMeanwhile: number
  /** The first tries and then the retries. */
  tries: Tries[]
  /** Of the tries that were stored, ms. */
  p99: number
}

/** Counts while it is sent. */
export class Tally {
  readonly #begin = performance.now()
  readonly #tries: Tries[]
  /** How many answers took so many whole ms. */
  readonly #took = new Uint32Array(10_000)
  offered = 0
  done = 0
  #offeredAt = this.#begin
  #storedAt = this.#begin
  #storedMeanwhile = 0
  readonly name: string
  readonly deliveries: number

  constructor(name: string, deliveries: number, tries: number) {
    this.name = name
    this.deliveries = deliveries
    this.#tries = Array.from({ length: tries }, () => ({ stored: 0, refused: 0, unanswered: 0, broken: 0, held: 0 }))
  }

  get elapsed(): number {
    return (performance.now() - this.#begin) / 1000
  }

  get stored(): number {
    return this.#tries.reduce((sum, { stored }) => sum + stored, 0)
  }

  offer(): number {
    this.#offeredAt = performance.now()
    return this.offered++
  }

  count(attempt: number, outcome: Outcome, took: number): void {
    this.#tries[attempt]![outcome]++
    if (attempt === 0) this.done++
    if (outcome !== 'stored') return
    this.#took[Math.min(Math.floor(took), this.#took.length - 1)]!++
    this.#storedAt = performance.now()
    if (this.offered < this.deliveries) this.#storedMeanwhile++
  }

  get sent(): Sent {
    const { name, deliveries } = this
    return {
      ...{ name, deliveries },
      offeredIn: (this.#offeredAt - this.#begin) / 1000,
      storedIn: (this.#storedAt - this.#begin) / 1000,
      storedMeanwhile: this.#storedMeanwhile,
      tries: this.#tries,
      p99: this.#quantile(0.99),
    }
  }

  #quantile(part: number): number {
    const wanted = this.stored * part
    let seen = 0
    for (const [ms, count] of this.#took.entries()) {
      seen += count
      if (seen >= wanted) return ms + 1
    }
    return this.#took.length
  }
}
