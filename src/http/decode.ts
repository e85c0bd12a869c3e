import type { z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import { readJson } from '../sources/json.ts'
import { field } from './words.ts'

interface Issue {
  path: PropertyKey[]
  message: string
  code?: string | undefined
  keys?: string[]
  format?: unknown
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
}

/** What zod found wrong with a part of a request (`json`, `query`, `param`), in words that name the fields. */
export function notValid(part: string, issues: readonly Issue[]): Refused {
  const errors = issues.map((issue) => ({ field: fieldOf(issue), detail: detailOf(issue) }))
  const words = errors.map(({ field, detail }) => (field ? `${field}: ${detail}` : detail)).join('; ')
  const name = part === 'json' ? 'body' : part
  const text = `The ${name} is not valid: ${words}`
  const why = issues[0] && whyOf(issues[0])
  return new Refused('invalid', why ? { ...why, text } : text, { field: errors[0]?.field, errors })
}

/** In words that need no schema beside them; what is rarer is said as zod says it. */
function detailOf({ code, message, origin, minimum, maximum }: Issue): string {
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'it is missing'
  if (origin !== 'string') return message
  if (code === 'too_small') return minimum === 1 ? 'it is empty' : `it needs at least ${minimum} characters`
  return code === 'too_big' ? `it may have ${maximum} characters at most` : message
}

/** What a form can say at its first field, of what people get wrong there; null: only a program gets that wrong. */
function whyOf({ code, format, origin, minimum, maximum }: Issue): Words | null {
  if (code === 'invalid_format' && format === 'email') return field('noAddress')
  if (origin !== 'string') return null
  if (code === 'too_small') return field('tooShort', { count: Number(minimum) })
  return code === 'too_big' ? field('tooLong', { count: Number(maximum) }) : null
}

function fieldOf({ path, keys = [] }: Issue): string {
  return [...path.map(String), ...keys.slice(0, 1)].join('.')
}

/** The body as JSON, whatever its content type says; Refused `invalid` where it is none. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const body = readJson(new Uint8Array(await request.arrayBuffer()))
  if (body.reason !== undefined) throw new Refused('invalid', `This cannot be read: ${body.reason}.`)
  return body.value
}

/** The body as the schema has it; Refused `invalid` that names the field. */
export async function readBody<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const { data, error } = schema.safeParse(await readJsonBody(request))
  if (error) throw notValid('json', error.issues as Issue[])
  return data as z.output<T>
}
