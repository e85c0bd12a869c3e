import { type Interval, lengthOf, union } from '../../src/domain/interval.ts'
import { element } from './element.ts'
import { clock, say } from './words.ts'

/** What of the recording was watched, on its own time from left to right in every language, and the same in words. */
export class Progress {
  readonly element: HTMLElement
  readonly #before: readonly Interval[]
  readonly #strip = element('div', { class: 'strip', dir: 'ltr', role: 'img' })
  readonly #words = element('p', { class: 'amount' })
  #now: readonly Interval[] = []
  #length: number | null
  #shown = ''

  constructor(before: readonly Interval[], length: number | null) {
    this.#before = before
    this.#length = length
    this.element = element('section', {}, element('h2', {}, say('progress')), this.#strip, this.#words)
    this.#show()
  }

  set length(seconds: number) {
    this.#length ??= seconds
    this.#show()
  }

  add(watched: readonly Interval[]): void {
    this.#now = watched
    this.#show()
  }

  #show(): void {
    const watched = union([...this.#before, ...this.#now])
    const shown = JSON.stringify([watched.map(({ from, to }) => [Math.round(from), Math.round(to)]), this.#length])
    if (shown === this.#shown) return
    this.#shown = shown
    const whole = this.#length ?? Math.max(1, watched.at(-1)?.to ?? 1)
    const at = (seconds: number) => `${Math.min(100, (seconds / whole) * 100)}%`
    this.#strip.replaceChildren(
      ...watched.map(({ from, to }) => {
        const part = element('i')
        part.style.left = at(from)
        part.style.width = at(to - from)
        return part
      }),
    )
    const parts = watched.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ')
    this.#strip.setAttribute('aria-label', parts ? say('parts', { parts }) : say('nothing'))
    this.#words.textContent = wordsOf(lengthOf(watched), this.#length)
  }
}

function wordsOf(seconds: number, length: number | null): string {
  if (seconds < 0.5) return say('nothing')
  const watched = clock(Math.round(seconds))
  return length === null
    ? say('watchedSome', { watched })
    : say('watched', { watched, length: clock(Math.round(length)) })
}
