import { tooMany } from './attempts.ts'

const windowMs = 15 * 60 * 1000
const most = 60
const mostCallers = 20_000

/**
 * How many links that lead nowhere somebody tried lately: nobody is to try out links. Kept in memory by whoever answers,
 * for a right link must not wait for anybody else to count it.
 */
export class WrongLinks {
  readonly #tries = new Map<string, number[]>()

  /** Refused `too_many` for who tried too many. */
  refuse(caller: string, now: number): void {
    const tries = this.#recent(caller, now)
    if (tries.length >= most) throw tooMany(tries.at(-most)! + windowMs - now)
  }

  count(caller: string, now: number): void {
    this.#tries.set(caller, [...this.#recent(caller, now), now].slice(-most))
    for (const each of this.#tries.keys()) if (this.#tries.size > mostCallers) this.#tries.delete(each)
  }

  #recent(caller: string, now: number): number[] {
    return (this.#tries.get(caller) ?? []).filter((at) => Math.abs(now - at) < windowMs)
  }
}
