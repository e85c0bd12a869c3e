import { Refused } from '../domain/refusal.ts'
import { door } from './words.ts'

const windowMs = 15 * 60 * 1000
const mostKeys = 20_000

/** How often something may be tried in 15 minutes, per key. Kept in memory: a new start begins anew. */
export class Attempts {
  readonly #now: () => number
  readonly #tries = new Map<string, number[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts a try for each key before its outcome is known, so that many at once count too. Refused `too_many`. */
  begin(limits: ReadonlyMap<string, number>): void {
    const now = this.#now()
    for (const [key, limit] of limits) {
      const tries = this.#recent(key, now)
      if (tries.length >= limit) throw tooMany(tries.at(-limit)! + windowMs - now)
    }
    for (const key of limits.keys()) this.#tries.set(key, [...this.#recent(key, now), now])
    this.#forgetOld(now)
  }

  /** It was the right one: what was tried under this key counts no longer. */
  forget(key: string): void {
    this.#tries.delete(key)
  }

  /** Tries of a time that has not come are of before the clock went back: they are too old. */
  #recent(key: string, now: number): number[] {
    return (this.#tries.get(key) ?? []).filter((at) => Math.abs(now - at) < windowMs)
  }

  #forgetOld(now: number): void {
    if (this.#tries.size <= mostKeys) return
    for (const key of this.#tries.keys()) if (this.#recent(key, now).length === 0) this.#tries.delete(key)
    for (const key of this.#tries.keys()) if (this.#tries.size > mostKeys) this.#tries.delete(key)
  }
}

/** What counts as one address: of IPv6 the network of 64 bits, since whoever has one has all of it. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}

/** Refused, until so many ms from now. */
export function tooMany(ms: number): Refused {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const wait = seconds < 120 ? door('seconds', { count: seconds }) : door('minutes', { count: Math.ceil(seconds / 60) })
  return new Refused('too_many', door('tooMany', { wait }), { retryAfter: seconds })
}
