/** How long nobody may get in, ms. */
const longest = 40
const [first, most] = [8, 96]

/**
 * How many of a kind are done at once. Many cost less each, but nobody gets in before all of them are done: so fewer,
 * where by what the last ones took they would take too long. After a start, with nothing in memory yet, that is a few.
 * Where the clock stands still while a program computes, it is the most there may be.
 */
export class Handful {
  #size = first

  get size(): number {
    return this.#size
  }

  /** So many of them took so many ms. */
  took(count: number, ms: number): void {
    if (count === 0) return
    const fitting = ms > 0 ? Math.floor((count * longest) / ms) : most
    this.#size = Math.min(Math.max(fitting, 1), 2 * this.#size, most)
  }
}
