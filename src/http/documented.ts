import { z } from '@hono/zod-openapi'
import type { RefusalCode } from '../domain/refusal.ts'
import { problems } from './problem.ts'

/** What goes beside an English sentence: by `key` a screen finds it in its own language, `params` fill its gaps. */
export const said = {
  key: z.string().optional().openapi({ example: 'file.noColumn' }),
  params: z.record(z.string(), z.unknown()).optional(),
}

/** A sentence of the server's in full, as `Words`. */
export const words = z.object({ text: z.string(), key: z.string(), params: z.record(z.string(), z.unknown()) })

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    field: z.string().optional(),
    ...said,
  })
  .openapi('Problem', {
    description:
      'RFC 9457. A refused file adds `file`, `line` and `column`; a refused member `field`. `key` and `params` are there where a screen may say it in another language.',
    example: {
      type: '/docs#problem-invalid',
      title: 'Not valid',
      status: 400,
      detail: 'limit: expected a number from 1 to 1000',
      field: 'limit',
    },
  })

/** A moment as it goes out: ISO 8601 in UTC. */
export const moment = z.string().openapi({ format: 'date-time', example: '2026-05-12T14:00:00.000Z' })

/** A JSON answer of a route. */
export function json<T extends z.ZodType>(schema: T, description: string, example?: unknown) {
  return { description, content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } }
}

/** The refusals that a route documents. They are thrown, not returned, so the handler's type need not know them. */
export function refusals(...codes: RefusalCode[]): object {
  const content = { 'application/problem+json': { schema: problemSchema } }
  const answers: Record<string, { description: string; content: typeof content }> = {}
  for (const code of codes) answers[problems[code].status] = { description: problems[code].title, content }
  return answers
}
