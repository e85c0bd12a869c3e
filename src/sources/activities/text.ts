import { z } from 'zod'
import { cleanText } from '../text.ts'

const longestId = 500

/** A text to be shown in a reason: short and in quotes. */
export function quote(text: string): string {
  return JSON.stringify(cleanText(text, 40) + (text.length > 40 ? '…' : ''))
}

/** May be left out, null or empty: all three are undefined. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => (value ?? undefined) as z.output<T> | undefined)
}

/** A text that may be missing or empty; what is too long is cut. */
export function optionalText(longest = 500) {
  return z
    .string()
    .nullish()
    .transform((text) => cleanText(text ?? '', longest) || undefined)
}

/** A text that says something; what is too long is cut. */
export function requiredText(longest = 5000) {
  return z.string().transform((text, context) => {
    const clean = cleanText(text, longest)
    if (!clean) context.addIssue('is empty; expected a text')
    return clean
  })
}

/** An answer: a text, or a number or yes/no as forms send them. */
export const optionalAnswer = z
  .union([z.string(), z.number(), z.boolean()], 'expected a text, a finite number, true or false')
  .nullish()
  .transform((answer) => cleanText(String(answer ?? ''), 5000) || undefined)

/** A short name such as a platform, a channel or a kind; in lower case, with _ for blanks. */
export function word(examples: string) {
  return z.string().transform((text, context) => {
    const clean = cleanText(text, 100).toLowerCase().replace(/\s+/g, '_')
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,59}$/u.test(clean))
      context.addIssue(`expected a short word such as ${examples}`)
    return clean
  })
}

/** An id as another system made it. Never cut: two ids that begin alike must stay two. */
const id = z.union([z.string(), z.number()], 'expected an id: a text or a whole number').transform((value, context) => {
  const wholeNumber = typeof value === 'string' || Number.isSafeInteger(value)
  if (!wholeNumber) context.addIssue('expected an id: a whole number of up to 15 digits; send longer ones as text')
  const text = String(value).trim()
  if (text.length > longestId) context.addIssue(`expected an id of at most ${longestId} characters`)
  if (!text.isWellFormed() || text !== cleanText(text, longestId * 2)) context.addIssue('has characters that no id has')
  return text
})

/** An id that may be missing or empty. */
export const optionalId = id.nullish().transform((text) => text || undefined)
