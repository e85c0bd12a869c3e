import { z } from 'zod'
import { normaliseEmail } from '../domain/address.ts'

const longestId = 255
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

/**
 * What is made of a member that may be a text, a number or nothing. One transform and no union, for the hot path reads
 * some twenty of them for each delivery.
 */
export function scalar<T>(read: (value: string | number | undefined, context: z.RefinementCtx) => T) {
  return z.transform((value: unknown, context): T => {
    if (value === undefined || value === null) return read(undefined, context)
    if (typeof value === 'string' || Number.isFinite(value)) return read(value as string | number, context)
    context.addIssue('is neither a text nor a number')
    return z.NEVER
  })
}

/** A text that may be missing, null or empty: all three are undefined. What is too long is cut. */
export function optionalText(longest = 500) {
  return scalar((value) => (value === undefined ? undefined : cleanText(String(value), longest) || undefined))
}

/** An address that may be missing; what is no address is missing too. */
export const optionalAddress = z.transform((text: unknown, context): string | undefined => {
  if (typeof text === 'string') return text === '' ? undefined : addressOf(text)
  if (text !== undefined && text !== null) context.addIssue('is not a text')
})

/** An id as another system made it, number or text. Never cut: two ids that begin alike must stay two. */
export const optionalId = scalar(readId)

export const requiredId = scalar((value, context) => {
  const id = readId(value, context)
  if (id === undefined && context.issues.length === 0) context.addIssue('is missing')
  return id as string
})

function readId(value: string | number | undefined, context: z.RefinementCtx): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && !Number.isSafeInteger(value)) context.addIssue('is not a whole number')
  const text = String(value)
  if (text.length > longestId) context.addIssue(`is longer than ${longestId} characters`)
  return cleanText(text, longestId) || undefined
}

/** Leaves out the members that are undefined. */
export function given<T extends object>(members: T): T {
  const kept: Partial<T> = {}
  for (const name in members) if (members[name] !== undefined) kept[name] = members[name]
  return kept as T
}
