import { apart } from '../../domain/apart.ts'
import type { MessageWords } from '../words/words.ts'
import { plain } from './plain.ts'

/** One language and one clock: words, and how numbers, moments and texts of others are said in them. */
export class Speech {
  readonly words: MessageWords
  readonly #clock: Intl.DateTimeFormat
  readonly #day: Intl.DateTimeFormat
  readonly #number: Intl.NumberFormat
  readonly #list: Intl.ListFormat

  constructor(words: MessageWords, timeZone: string) {
    this.words = words
    this.#clock = new Intl.DateTimeFormat(words.locale, { timeZone, hour: '2-digit', minute: '2-digit' })
    this.#day = new Intl.DateTimeFormat(words.locale, {
      ...({ timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const),
      ...({ hour: '2-digit', minute: '2-digit' } as const),
    })
    this.#number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 })
    this.#list = new Intl.ListFormat(words.locale)
  }

  /** A text of somebody else, ready to stand within a sentence; null where nothing is left of it. */
  others(text: string | null | undefined, most: number): string | null {
    const line = plain(text ?? '', most)
    return line === '' ? null : apart(this.words.direction, line)
  }

  time(ms: number): string {
    return this.#clock.format(ms)
  }

  dayAndTime(ms: number): string {
    return this.#day.format(ms)
  }

  number(value: number): string {
    return this.#number.format(value)
  }

  /** With its sign: `+12`, `−5`, `0`. */
  points(value: number): string {
    const text = this.number(Math.abs(value))
    return value > 0 && text !== '0' ? `+${text}` : value < 0 && text !== '0' ? `−${text}` : '0'
  }

  minutes(seconds: number): string {
    return this.number(seconds > 0 && seconds < 60 ? 1 : Math.floor(seconds / 60))
  }

  list(texts: readonly string[]): string {
    return this.#list.format(texts)
  }

  topics(ids: readonly string[]): string | null {
    const named = ids.slice(0, 3).map((id) => {
      return Object.hasOwn(this.words.topic, id) ? this.words.topic[id]! : this.others(id.replaceAll('_', ' '), 30)
    })
    const known = named.filter((name) => name !== null)
    return known.length > 0 ? this.list(known) : null
  }
}
