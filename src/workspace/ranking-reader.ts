/**
 * A ranking that somebody reads piece by piece while its people move: who moves up past the reader would be missing, and
 * who moves down behind it would come twice.
 */
export class RankingReader {
  /** Null: everybody, by score. */
  readonly webinar: number | null
  /** A byte for each person by number. */
  #given = new Uint8Array(1024)
  readonly #moved = new Set<number>()

  constructor(webinar: number | null) {
    this.webinar = webinar
  }

  /** False for somebody whom the reader has already. */
  give(person: number): boolean {
    if (this.#has(person)) return false
    if (person >= this.#given.length) {
      const larger = new Uint8Array(Math.max(person + 1, this.#given.length * 2))
      larger.set(this.#given)
      this.#given = larger
    }
    this.#given[person] = 1
    return true
  }

  /** Somebody has, or had, another place in this order. */
  moves(person: number): void {
    if (!this.#has(person)) this.#moved.add(person)
  }

  /** Who moved meanwhile and was given nowhere; to be asked at the end. */
  missed(): number[] {
    return [...this.#moved].filter((person) => !this.#has(person))
  }

  #has(person: number): boolean {
    return this.#given[person] === 1
  }
}
