import type { RateClass } from '../../src/sources/zoom/api/zoom-api.ts'
import { DAY, MINUTE, SECOND } from './story.ts'

export type ZoomPlan = 'free' | 'pro' | 'business'

/** So many requests in so many ms (zoom.md 3.4); heavy and intensive ones share a day. */
const limits: Record<ZoomPlan, Record<RateClass, [number, number]> & { day: number }> = {
  free: { light: [4, SECOND], medium: [2, SECOND], heavy: [1, SECOND], intensive: [10, MINUTE], day: 1000 },
  pro: { light: [30, SECOND], medium: [20, SECOND], heavy: [10, SECOND], intensive: [10, MINUTE], day: 30_000 },
  business: { light: [80, SECOND], medium: [60, SECOND], heavy: [40, SECOND], intensive: [20, MINUTE], day: 60_000 },
}

/** Counts the requests of one account by its clock, those of other apps (`elsewhere`) too. */
export class Limits {
  readonly #plan: ZoomPlan
  readonly #recent = new Map<RateClass, number[]>()
  readonly #days = new Map<number, number>()

  constructor(plan: ZoomPlan) {
    this.#plan = plan
  }

  /** Null: the request may be answered. Else why not; a request that is turned away costs nothing. */
  refusal(rate: RateClass, now: number): { type: 'QPS' | 'Daily-limit'; headers: Record<string, string> } | null {
    const { [rate]: of, day: daily } = limits[this.#plan]
    const [most, stretch] = of
    const recent = (this.#recent.get(rate) ?? []).filter((time) => time > now - stretch)
    const today = Math.floor(now / DAY)
    const spent = this.#days.get(today) ?? 0
    const dear = rate === 'heavy' || rate === 'intensive'
    if (dear && spent >= daily) {
      const retry = new Date((today + 1) * DAY).toISOString().replace('.000', '')
      return { type: 'Daily-limit', headers: this.#headers(rate, 'Daily-limit', daily, 0, { 'retry-after': retry }) }
    }
    if (recent.length >= most) return { type: 'QPS', headers: this.#headers(rate, 'QPS', most, 0) }
    this.#recent.set(rate, [...recent, now])
    if (dear) this.#days.set(today, spent + 1)
    return null
  }

  /** Other apps of the account made so many dear requests today. */
  spendDay(count: number, now: number): void {
    const today = Math.floor(now / DAY)
    this.#days.set(today, (this.#days.get(today) ?? 0) + count)
  }

  /** What stands in every answer. */
  headersOf(rate: RateClass): Record<string, string> {
    const [most] = limits[this.#plan][rate]
    return this.#headers(rate, 'QPS', most, most - (this.#recent.get(rate)?.length ?? 0))
  }

  #headers(rate: RateClass, type: string, limit: number, remaining: number, more: Record<string, string> = {}) {
    const category = rate === 'intensive' ? 'Resource-intensive' : rate[0]!.toUpperCase() + rate.slice(1)
    return {
      'x-ratelimit-category': category,
      'x-ratelimit-type': type,
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      ...more,
    }
  }
}
