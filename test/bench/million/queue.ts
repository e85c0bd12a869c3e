/** First in, first out, at a cost that does not grow with its length. */
export class Queue<T> {
  #items: T[] = []
  #first = 0

  get length(): number {
    return this.#items.length - this.#first
  }

  get first(): T | undefined {
    return this.#items[this.#first]
  }

  push(item: T): void {
    this.#items.push(item)
  }

  shift(): T | undefined {
    const item = this.#items[this.#first]
    if (this.length > 0) this.#first++
    if (this.#first > 50_000) {
      this.#items = this.#items.slice(this.#first)
      this.#first = 0
    }
    return item
  }
}
