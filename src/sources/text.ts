import { normaliseEmail } from '../domain/address.ts'

const longestAddress = 254

// Nothing to clean but blanks at the ends.
const plain = /^[ -~]*$/
// Control characters except tab and line break, and the embeddings and overrides that make text read backwards.
const hostile = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
// Invisible characters that come along when an address is copied from a page.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
// A masked address (d***@…) is nobody's key, so the star is none of the characters.
const oneAddress = /^[^\s@,;:<>()[\]"\\*]+@[^\s@,;:<>()[\]"\\.*]+(\.[^\s@,;:<>()[\]"\\.*]+)+$/

/** What people and machines send, made fit to store: well-formed, no control characters, trimmed, cut to `longest`. */
export function cleanText(text: string, longest: number): string {
  if (text.length <= longest && plain.test(text)) return text.trim()
  // Twice as much is looked at, so that a huge text costs no more than a long one.
  const seen = text.slice(0, longest * 2).toWellFormed()
  const clean = seen.replace(hostile, '').trim()
  return clean.length <= longest
    ? clean
    : clean
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
}

/** The address in its normal form; undefined if the text is not exactly one whole address. */
export function addressOf(text: string): string | undefined {
  const address = normaliseEmail(
    text
      .slice(0, longestAddress * 2)
      .replace(invisible, '')
      .replace(hostile, ''),
  )
  return address.length <= longestAddress && address.isWellFormed() && oneAddress.test(address) ? address : undefined
}

/** Leaves out the members that are undefined. */
export function given<T extends object>(members: T): T {
  const kept: Partial<T> = {}
  for (const name in members) if (members[name] !== undefined) kept[name] = members[name]
  return kept as T
}
