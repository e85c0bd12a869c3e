import type { RateClass, ZoomOutside } from './zoom-api.ts'

/** The least time between two calls of a class, ms: half of what a Pro account may do is left to its other apps. */
const spacing: Readonly<Record<RateClass, number>> = { light: 67, medium: 100, heavy: 200, intensive: 12_000 }

/** Spreads the calls of each class, so that Zoom's limits of a second and a minute (zoom.md 3.4) are never met. */
export class Pace {
  readonly #outside: Pick<ZoomOutside, 'now' | 'wait'>
  readonly #free = new Map<RateClass, number>()

  constructor(outside: Pick<ZoomOutside, 'now' | 'wait'>) {
    this.#outside = outside
  }

  /** Resolves when a call of this class may go out. */
  async turn(rate: RateClass): Promise<void> {
    const now = this.#outside.now()
    const at = Math.max(now, this.#free.get(rate) ?? now)
    this.#free.set(rate, at + spacing[rate])
    if (at > now) await this.#outside.wait(at - now)
  }
}
