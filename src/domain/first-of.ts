/** The first so many of a long row of things, in an order of their own; the others are let go at once. */
export class FirstOf<T> {
  readonly items: T[] = []
  readonly #most: number
  readonly #compare: (a: T, b: T) => number

  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most
    this.#compare = compare
  }

  add(item: T): void {
    const { items } = this
    if (items.length >= this.#most && this.#compare(item, items.at(-1)!) >= 0) return
    let at = items.length
    while (at > 0 && this.#compare(item, items[at - 1]!) < 0) at--
    items.splice(at, 0, item)
    if (items.length > this.#most) items.pop()
  }
}
