import { bare, type Payload, seenAs } from './corpus.ts'

/** One text that was brought in. */
interface Value {
  place: string
  payload: number
  text: string
}

/** What was brought in by which place, and what of it has been seen on a screen. */
export class Told {
  readonly payloads: readonly Payload[]
  readonly #values: Value[] = []
  readonly #places = new Set<string>()
  readonly #seenPlaces = new Set<string>()
  readonly #seenPayloads = new Set<number>()

  constructor(payloads: readonly Payload[]) {
    this.payloads = payloads
  }

  /** The text of a payload for a place, at most `longest` UTF-16 units of it. */
  by(place: string, number: number, longest = 400): string {
    const payload = number % this.payloads.length
    const text = this.payloads[payload]!(place).slice(0, longest)
    this.#places.add(place)
    this.#values.push({ place, payload, text: seenAs(text) })
    return text
  }

  /** Notes what stands in a text that is shown; whether that was anything at all. */
  look(shown: string): boolean {
    const text = bare(shown)
    const found = this.#values.filter((value) => text.includes(value.text))
    for (const { place, payload, text } of found) {
      this.#seenPayloads.add(payload)
      // What reads alike from everywhere says nothing of where it is from.
      if (text.includes(place)) this.#seenPlaces.add(place)
    }
    return found.length > 0
  }

  get texts(): number {
    return this.#values.length
  }

  get places(): number {
    return this.#places.size
  }

  /** Places of which nothing was seen. */
  unseenPlaces(): string {
    return [...this.#places].filter((place) => !this.#seenPlaces.has(place)).join(' ')
  }

  unseenPayloads(): string {
    const unseen = this.payloads.filter((_, number) => !this.#seenPayloads.has(number))
    return unseen.map((payload) => JSON.stringify(payload('…'))).join(' ')
  }
}
