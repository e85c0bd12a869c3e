/** Signs that turn the direction of writing around or are not seen. */
const turning =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
const piled = /(\p{M}{3})\p{M}+/gu

/**
 * A text of somebody else in one line of at most `most` UTF-16 units: no control characters, nothing that turns the
 * direction around, no heaps of marks.
 */
export function plain(text: string, most: number): string {
  const head = text.slice(0, 8 * most + 64).toWellFormed()
  const line = head
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(turning, '')
    .replace(piled, '$1')
    .trim()
  return cut(line, most)
}

/** At most `most` UTF-16 units, with `…` for what is left out; no sign is cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = most - 1
  const isHalf = /[\ud800-\udbff]/.test(text[end - 1] ?? '')
  return `${text.slice(0, isHalf ? end - 1 : end).trimEnd()}…`
}
