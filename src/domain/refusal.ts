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
 * Something that Ripen will not do, with what was wrong and what to do about it in words.
 * `details` say where: file, line, column, row, field. Translated once, in http.
 */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: Record<string, unknown>

  constructor(code: RefusalCode, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.details = details
  }
}
