import type { ApiCall, ZoomApi } from '../../sources/zoom/api/zoom-api.ts'

/** Of what Zoom calls heavy and resource-intensive an account has 30,000 requests a day (Pro): a backfill takes half. */
export const costlyForBackfill = 15_000

const dayMs = 86_400_000

/** The day in UTC, counted since 1970. */
export function dayOf(time: number): number {
  return Math.floor(time / dayMs)
}

/** When that day begins, ms UTC. */
export function beginOfDay(day: number): number {
  return day * dayMs
}

/** The API, and how many of the requests made were costly since that was last asked. */
export class CostlyApi implements ZoomApi {
  readonly now: () => number
  readonly #api: ZoomApi
  #costly = 0

  constructor(api: ZoomApi) {
    this.#api = api
    this.now = api.now
  }

  get requests(): number {
    return this.#api.requests
  }

  get scopes(): readonly string[] | null {
    return this.#api.scopes
  }

  /** Repetitions count as what is repeated, and so does a token that is asked for on the way. */
  async get(call: ApiCall): Promise<unknown> {
    const before = this.#api.requests
    try {
      return await this.#api.get(call)
    } finally {
      if (call.rate === 'heavy' || call.rate === 'intensive') this.#costly += this.#api.requests - before
    }
  }

  takeCostly(): number {
    const costly = this.#costly
    this.#costly = 0
    return costly
  }
}
