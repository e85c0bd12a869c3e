import { z } from '@hono/zod-openapi'
import { oneOf } from '../../../workspace/ranking-query.ts'

const LANGUAGES = ['en', 'he'] as const
export type SheetLanguage = (typeof LANGUAGES)[number]

/** The query parameter that says in which language a workbook is headed. */
export const lang = z
  .string()
  .optional()
  .openapi({
    enum: [...LANGUAGES],
    description: 'Language of the headings; in Hebrew the sheet runs from right to left. Else by Accept-Language.',
  })

/** As it is asked for, else the first language of the caller where it is known, else English. Throws `Refused('invalid')`. */
export function languageOf(asked: string | undefined, accepted: string | undefined): SheetLanguage {
  if (asked) return oneOf('lang', asked, LANGUAGES)
  return /^\s*(he|iw)\b/i.test(accepted ?? '') ? 'he' : 'en'
}
