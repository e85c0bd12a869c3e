import type { Words } from '../domain/words.ts'

/** A POST to a target. */
export interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a target answered: `text` is cut at 64 KB, `retryAfter` is that header as it came. */
export interface Answered {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

export interface Mail {
  /** The same for every attempt at the same mail. */
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The ways to the outside that a workspace is handed. What leads to addresses that are not public is refused. */
export interface WaysOut {
  /** Throws `NoAnswer` where there is none within `ms`. Redirects are not followed: they are the answer. */
  post(asked: Asked, ms: number): Promise<Answered>
  /** Hands a mail over; throws `NoAnswer` where it is not taken. Null: this Ripen has not been told how to send mail. */
  readonly mail: ((mail: Mail) => Promise<void>) | null
  /** Whether anybody is there at a web address: null, or why not. Nothing is sent to them. */
  check(address: string): Promise<Words | null>
}

/**
 * Nobody answered or a mail was not taken, and why, in words. `isLasting`: another attempt would end in the same way;
 * `afterMs`: it is to be made after that at the soonest.
 */
export class NoAnswer extends Error {
  readonly words: Words
  readonly isLasting: boolean
  readonly afterMs: number | null

  constructor(words: Words, isLasting: boolean, afterMs: number | null = null) {
    super(words.text)
    this.name = 'NoAnswer'
    this.words = words
    this.isLasting = isLasting
    this.afterMs = afterMs
  }
}
