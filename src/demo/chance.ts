/** Chance that repeats itself: the same seed gives the same draws, on every machine. */
export class Chance {
  private state: number
  private readonly seed: string

  constructor(seed: string) {
    this.seed = seed
    this.state = 2166136261
    for (let i = 0; i < seed.length; i++) this.state = Math.imul(this.state ^ seed.charCodeAt(i), 16777619)
    for (let i = 0; i < 4; i++) this.next()
  }

  /** Chance of its own for one part of the story, so that a change there leaves the other parts alone. */
  of(...names: (string | number)[]): Chance {
    return new Chance([this.seed, ...names].join('/'))
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from)
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1))
  }

  /** Mostly short, sometimes long: `mean` on average, at most six times as much. */
  wait(mean: number): number {
    return Math.min(-Math.log(1 - this.next()), 6) * mean
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!
  }

  /** One of the values, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return choices.at(-1)![0]
  }

  /** Different ones of the items, in the order of a draw. */
  some<T>(items: readonly T[], count: number): T[] {
    const rest = [...items]
    for (let i = 0; i < Math.min(count, rest.length); i++) {
      const other = this.whole(i, rest.length - 1)
      ;[rest[i], rest[other]] = [rest[other]!, rest[i]!]
    }
    return rest.slice(0, count)
  }

  /** An id as platforms make them. */
  word(length: number, letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'): string {
    return Array.from({ length }, () => letters[this.whole(0, letters.length - 1)]).join('')
  }
}
