import { comparePlaces, type PlaceRow } from '../store/places.ts'

/**
 * `most`: so many places are held, enough to store them almost in their order and few enough for any memory. `sorted`: so
 * many are sorted in one go, which takes a moment only.
 */
const usual = { most: 200_000, sorted: 4_096 }

/**
 * Places in the rankings of a version that is being built. Stored as people are scored they would fall all over the
 * index, and nearly every one would write a page of its own; gathered here they are stored in the order of the index.
 * It lives in memory: what was lost with it is read again.
 */
export class PlaceFill {
  readonly version: number
  /** All places of people up to this number are held here or stored. */
  readTo = 0
  #latest: PlaceRow[] = []
  /** Sorted runs, the greatest first, as a heap by their last and smallest place. */
  readonly #runs: PlaceRow[][] = []
  readonly #outdated = new Set<number>()
  #held = 0
  #storing = false
  readonly #limits: typeof usual

  constructor(version: number, limits = usual) {
    this.version = version
    this.#limits = limits
  }

  add(place: PlaceRow): void {
    this.#held++
    this.#latest.push(place)
    if (this.#latest.length >= this.#limits.sorted) this.#endRun()
    if (this.#held >= this.#limits.most) this.#storing = true
  }

  /** From then on, until all is taken, it only empties: what is half emptied and filled again is stored twice as slowly. */
  get isFull(): boolean {
    return this.#storing
  }

  /** What is held of a person counts no more. False for people who were not read yet. */
  forget(person: number): boolean {
    if (person > this.readTo) return false
    this.#outdated.add(person)
    return true
  }

  /** The next places in order, at most so many; none when all are taken. */
  take(count: number): PlaceRow[] {
    if (this.#latest.length > 0) this.#endRun()
    const taken: PlaceRow[] = []
    while (taken.length < count && this.#runs.length > 0) {
      const place = this.#next()
      if (!this.#outdated.has(place.person)) taken.push(place)
    }
    this.#held -= taken.length
    if (this.#runs.length === 0) {
      this.#held = 0
      this.#storing = false
      this.#outdated.clear()
    }
    return taken
  }

  #endRun(): void {
    const runs = this.#runs
    runs.push(this.#latest.sort((a, b) => comparePlaces(b, a)))
    this.#latest = []
    for (let at = runs.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isBefore(runs[at]!, runs[parent]!)) break
      swap(runs, at, parent)
      at = parent
    }
  }

  #next(): PlaceRow {
    const runs = this.#runs
    const [first] = runs as [PlaceRow[]]
    const place = first.pop()!
    const last = first.length === 0 ? runs.pop()! : first
    if (runs.length > 0) runs[0] = last
    for (let at = 0; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < runs.length && isBefore(runs[child]!, runs[least]!)) least = child
      }
      if (least === at) return place
      swap(runs, at, least)
      at = least
    }
  }
}

function isBefore(a: readonly PlaceRow[], b: readonly PlaceRow[]): boolean {
  return comparePlaces(a[a.length - 1]!, b[b.length - 1]!) < 0
}

function swap(runs: PlaceRow[][], a: number, b: number): void {
  const run = runs[a]!
  runs[a] = runs[b]!
  runs[b] = run
}
