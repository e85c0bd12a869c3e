import { compareListings, type ListingRow } from '../store/listings.ts'
import { comparePlaces, type PlaceRow } from '../store/places.ts'
import type { Places } from './places.ts'
import { SortedRows } from './sorted-rows.ts'

/**
 * `most`: so many rows are held, enough to store them almost in their order and few enough for any memory. `sorted`: so
 * many are sorted in one go.
 */
const usual = { most: 200_000, sorted: 4_096 }

/** Rows of both tables that come next in their orders. */
interface NextPlaces {
  rankings: PlaceRow[]
  list: ListingRow[]
}

/**
 * Places under a version that is being built. Stored as people are scored they would fall all over their tables, and
 * nearly every one would write a page of its own; gathered here they are stored in the order of the tables. It lives in
 * memory: what was lost with it is read again.
 */
export class PlaceFill {
  readonly version: number
  /** All places of people up to this number are held here or stored. */
  readTo = 0
  readonly #rankings: SortedRows<PlaceRow>
  readonly #list: SortedRows<ListingRow>
  readonly #outdated = new Set<number>()
  #storing = false
  readonly #most: number

  constructor(version: number, { most, sorted } = usual) {
    this.version = version
    this.#rankings = new SortedRows(comparePlaces, sorted)
    this.#list = new SortedRows(compareListings, sorted)
    this.#most = most
  }

  add({ rankings, listing }: Places): void {
    for (const place of rankings) this.#rankings.add(place)
    if (listing) this.#list.add(listing)
    if (this.#rankings.size + this.#list.size >= this.#most) this.#storing = true
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

  /** The next rows in order, at most so many; none when all are taken. */
  take(count: number): NextPlaces {
    const rankings = this.#next(this.#rankings, count)
    const list = this.#next(this.#list, count - rankings.length)
    if (this.#rankings.size + this.#list.size === 0) {
      this.#storing = false
      this.#outdated.clear()
    }
    return { rankings, list }
  }

  #next<Row extends { person: number }>(rows: SortedRows<Row>, count: number): Row[] {
    const taken: Row[] = []
    while (taken.length < count) {
      const row = rows.next()
      if (!row) break
      if (!this.#outdated.has(row.person)) taken.push(row)
    }
    return taken
  }
}
