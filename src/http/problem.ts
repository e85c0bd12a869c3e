import { HTTPException } from 'hono/http-exception'
import { type RefusalCode, Refused } from '../domain/refusal.ts'
import type { Params } from '../domain/words.ts'
import { door } from './words.ts'

/**
 * RFC 9457. `field`, `file`, `line`, `column` and what else a refusal knows stand beside the standard members; `key` and
 * `params` say in every language what `detail` says in English.
 */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  key?: string
  params?: Params
  [member: string]: unknown
}

const table: Record<RefusalCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'Not valid' },
  unauthorized: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with what is there' },
  too_large: { status: 413, title: 'Too large' },
  too_many: { status: 429, title: 'Too many tries' },
  unavailable: { status: 503, title: 'Not available just now' },
}

/** What an error is to the outside. An error that nobody meant for the outside says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) {
    const { status, title: usual } = table[error.code]
    const { title = usual, ...details } = error.details as { title?: string }
    const said = error.words ?? (error.code === 'unavailable' ? door('unavailable') : null)
    const told = said && { key: said.key, params: said.params }
    return { ...details, ...told, type: `/docs#problem-${error.code}`, title, status, detail: error.message }
  }
  if (error instanceof HTTPException && error.status < 500)
    return { type: 'about:blank', title: 'Not valid', status: error.status, detail: error.message }
  return { type: 'about:blank', title: 'Something went wrong in Ripen', status: 500 }
}

/** The answer to an error; 401, 429 and 503 carry the header that HTTP asks for. */
export function problemResponse(error: unknown): Response {
  const problem = problemOf(error)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="Ripen"'
  if (problem.status === 429) headers['retry-after'] = String(problem.retryAfter)
  if (problem.status === 503) headers['retry-after'] = '5'
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** The codes with status and title, for the documentation. */
export const problems = table
