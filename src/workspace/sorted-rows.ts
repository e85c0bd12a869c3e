/** Rows that come in any order and go out in theirs: sorted in runs, each in one go, which takes a moment only. */
export class SortedRows<Row> {
  readonly #compare: (a: Row, b: Row) => number
  readonly #runLength: number
  #latest: Row[] = []
  /** Sorted runs, the greatest row first, as a heap by their last and smallest row. */
  readonly #runs: Row[][] = []
  #size = 0

  constructor(compare: (a: Row, b: Row) => number, runLength: number) {
    this.#compare = compare
    this.#runLength = runLength
  }

  get size(): number {
    return this.#size
  }

  add(row: Row): void {
    this.#size++
    this.#latest.push(row)
    if (this.#latest.length >= this.#runLength) this.#endRun()
  }

  /** Takes the smallest out; undefined when there is none. */
  next(): Row | undefined {
    if (this.#latest.length > 0) this.#endRun()
    const runs = this.#runs
    const [first] = runs
    if (!first) return undefined
    const row = first.pop()!
    this.#size--
    const last = first.length === 0 ? runs.pop()! : first
    if (runs.length > 0) runs[0] = last
    for (let at = 0; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < runs.length && this.#isBefore(runs[child]!, runs[least]!)) least = child
      if (least === at) return row
      swap(runs, at, least)
      at = least
    }
  }

  #endRun(): void {
    const runs = this.#runs
    runs.push(this.#latest.sort((a, b) => this.#compare(b, a)))
    this.#latest = []
    for (let at = runs.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(runs[at]!, runs[parent]!)) break
      swap(runs, at, parent)
      at = parent
    }
  }

  #isBefore(a: readonly Row[], b: readonly Row[]): boolean {
    return this.#compare(a[a.length - 1]!, b[b.length - 1]!) < 0
  }
}

function swap<Item>(items: Item[], a: number, b: number): void {
  const item = items[a]!
  items[a] = items[b]!
  items[b] = item
}
