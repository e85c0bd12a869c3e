/** A name as it is compared: the same however it is spelt, and whatever a device or the platform adds to it. */
export interface ComparedName {
  /** Words without case, marks and signs, in the order given; '' for a name that says nothing. */
  readonly plain: string
  readonly words: readonly string[]
}

const additions = /\([^)]*\)|\[[^\]]*\]|['’]s\s+(?:i?phone|ipad|galaxy|macbook|android|tablet|pc)\b.*$/giu
const nobody = new Set(['guest', 'user', 'zoom user', 'unknown', 'אורח', 'гость'])
const device =
  /^(?:my )?(?:i ?phone|i ?pad|galaxy|samsung|redmi|xiaomi|pixel|huawei|oneplus|android|macbook|desktop|laptop)(?: \S{1,8}){0,3}$/

/** `Levi, Dana (Kiwi)` and `dana levi’s iPhone` are Dana Levi; in brackets stands the original name or a company. */
export function comparedName(name: string): ComparedName {
  const bare = plainOf(name.replace(additions, ' '))
  const words = (bare || plainOf(name)).split(' ').filter(Boolean)
  const plain = words.join(' ')
  return nobody.has(plain) || device.test(plain) ? { plain: '', words: [] } : { plain, words }
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’׳״"`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A number of a telephone, as a platform shows it: with blanks and signs, and some digits hidden. */
export function isPhoneNumber(name: string): boolean {
  const text = name.trim()
  return /^(?:call-?in user\s*\d*|[+(]?[\d\s().*x-]{5,}\d{2})$/i.test(text) && (text.match(/\d/g)?.length ?? 0) >= 4
}

/**
 * Whether two different names may well be one human's: the same words in another order, one spelt a letter otherwise, or
 * one only hinted at by its first letter. A single word is not enough.
 */
export function areAlike(a: ComparedName, b: ComparedName): boolean {
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (few.length < 2 || many.length - few.length > 1) return false
  const left = [...many]
  let whole = 0
  for (const word of few.toSorted((x, y) => y.length - x.length)) {
    const at = indexOfNearest(word, left)
    if (at < 0) return false
    if (left[at] === word) whole++
    left.splice(at, 1)
  }
  return whole >= 1
}

function indexOfNearest(word: string, among: readonly string[]): number {
  const same = among.indexOf(word)
  if (same >= 0) return same
  const hinted = among.findIndex((other) => isInitial(word, other) || isInitial(other, word))
  return hinted >= 0 ? hinted : among.findIndex((other) => isOneOff(word, other))
}

function isInitial(letter: string, word: string): boolean {
  return [...letter].length === 1 && word.startsWith(letter)
}

/** Whether two words of four letters or more differ by one letter: another, one more, or two swapped. */
function isOneOff(a: string, b: string): boolean {
  if (a.length < b.length) return isOneOff(b, a)
  if (b.length < 4 || a.length - b.length > 1) return false
  let at = 0
  while (at < b.length && a[at] === b[at]) at++
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at)
  return (
    a.slice(at + 1) === b.slice(at + 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2))
  )
}

/** The part of an address before the @, as it is compared with names: `dana.levi+zoom7` is `danalevi`. */
export function localPart(email: string): string {
  return plainOf(email.slice(0, email.indexOf('@')).replace(/\+.*$/, '').replace(/\d+/g, '')).replaceAll(' ', '')
}

/** The local parts that somebody of a name may well have: `danalevi`, `levidana`, `dlevi`, `danal`; of one word itself. */
export function localPartsOf({ words }: ComparedName): string[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  if (words.length === 1) return first.length > 4 ? [first] : []
  return [...new Set([words.join(''), first + last, last + first, first[0] + last, first + last[0], last + first[0]])]
}
