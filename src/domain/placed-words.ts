/** A word of a text. `word` is folded; `at` and `end` are where it stands in the text as it is (UTF-16). */
export interface PlacedWord {
  readonly word: string
  readonly at: number
  readonly end: number
  /** Only blanks, dashes or quotes part it from the word before: they may belong together. */
  readonly joined: boolean
}

/**
 * The words of a text, in one pass: without case, accents and niqqud, Hebrew final letters as others, Hebrew apart from
 * what it leads into (ה-CRM and הCRM alike). Quotes between Hebrew letters belong to the word (מע״מ), elsewhere they part.
 */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  let word = ''
  let [at, end] = [0, 0]
  let isHebrew = false
  let quoted = false
  let joined = false
  const close = () => {
    if (word) words.push({ word, at, end, joined })
    if (word) joined = true
    word = ''
    quoted = false
  }
  for (let place = 0, next = 0; place < text.length; place = next) {
    const point = text.codePointAt(place)!
    next = place + (point > 0xffff ? 2 : 1)
    const letter = foldOf(point)
    if (letter === INVISIBLE) {
      if (word && !quoted && end === place) end = next
    } else if (letter === PARTS || letter === ENDS) {
      if (word && isHebrew && QUOTES.has(point)) quoted = true
      else close()
      if (letter === ENDS) joined = false
    } else {
      const hebrew = letter >= 'א' && letter <= 'ת'
      if (word && (hebrew !== isHebrew || (quoted && !hebrew))) close()
      if (!word) {
        at = place
        isHebrew = hebrew
      }
      word += letter
      quoted = false
      end = next
    }
  }
  close()
  return words
}

/** What a sign is to words: letters, or one of these. */
const INVISIBLE = ''
const PARTS = ' '
const ENDS = '.'

const QUOTES = new Set(['"', "'", '״', '׳', '’', '”', '“', '„', '`', '´'].map((quote) => quote.codePointAt(0)!))
const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ', ς: 'σ' }

/** Latin, Cyrillic and Hebrew are looked up; what is beyond them is worked out each time. */
const known: string[] = []
const MOST_KNOWN = 0x600

function foldOf(point: number): string {
  if (point >= MOST_KNOWN) return workedOut(point)
  known[point] ??= workedOut(point)
  return known[point]!
}

function workedOut(point: number): string {
  const sign = String.fromCodePoint(point)
  if (/\p{M}|\p{Cf}/u.test(sign)) return INVISIBLE
  const plain = sign
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  if (plain) return plain.replace(/[ךםןףץς]/g, (final) => finals[final]!)
  const isBetween = /[\p{Zs}\t_]|\p{Pd}/u.test(sign) || QUOTES.has(point)
  return isBetween ? PARTS : ENDS
}
