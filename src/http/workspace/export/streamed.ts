import { z } from '@hono/zod-openapi'
import { xlsxType } from '../../xlsx/xlsx-download.ts'

/** How files are documented. */
export const csvFile = { description: 'All rows, streamed', content: { 'text/csv': { schema: z.string() } } }

export const xlsxFile = {
  description: 'All rows, streamed',
  content: { [xlsxType]: { schema: z.string().openapi({ format: 'binary' }) } },
}
