import type { Words } from './words.ts'

export type RefusalCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable'

/**
 * Something that Ripen will not do, with what was wrong and what to do about it; `details` say where: file, line, column,
 * row, field. Translated once, in http. What people meet on the screens is `Words`, to be said in their language too.
 */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: Record<string, unknown>
  readonly words: Words | null

  constructor(code: RefusalCode, message: string | Words, details: Record<string, unknown> = {}) {
    super(typeof message === 'string' ? message : message.text)
    this.name = 'Refused'
    this.code = code
    this.words = typeof message === 'string' ? null : message
    this.details = details
  }
}
