import type { Words } from '../../../domain/words.ts'
import { readJson } from '../../json.ts'
import { cited } from '../../refuse.ts'
import { retryAtOf } from './retry-after.ts'
import { type ProblemKind, ZoomProblem } from './step.ts'
import { fault, refused } from './words.ts'
import type { ApiCall } from './zoom-api.ts'

/** What came back over the wire. */
export interface Raw {
  status: number
  headers: Headers
  body: Uint8Array
}

/**
 * What it means. `expired`: the token is no longer taken. `limited`: `retryAt` is known, `daily` or within seconds.
 * `broken`: worth another try. `refused`: asking again would bring the same.
 */
export type Answer =
  | { kind: 'given'; value: unknown }
  | { kind: 'expired' | 'broken' | 'refused'; problem: ZoomProblem }
  | { kind: 'limited'; daily: boolean; problem: ZoomProblem }

interface Told {
  code: number | null
  said: string
}

/** Reads an answer of the API. Zoom refuses with a code of its own, which counts more than the status, even a 200. */
export function answerOf({ status, headers, body }: Raw, call: ApiCall, now: number): Answer {
  const { value, reason } = readJson(body)
  const told = reason === undefined ? toldIn(value) : toldInBroken(body)
  if (status === 429) return limitOf(told.said, headers, now)
  if (status >= 500 || status === 408) return { kind: 'broken', problem: down(fault('status', { status })) }
  const succeeded = status >= 200 && status < 300
  if (succeeded && reason === undefined && (told.code === null || !told.said)) return { kind: 'given', value }
  if (told.code === null && (reason !== undefined || status < 400)) {
    const problem = down(fault('unreadable', { status }))
    // A proxy's page in place of an answer may be gone in a second; a refusal that cannot be read stays one.
    return { kind: succeeded ? 'broken' : 'refused', problem }
  }
  const kind = kindOf(told, status, call)
  const problem = new ZoomProblem(kind, wordsOf(kind, told.said, call))
  return { kind: kind === 'revoked' ? 'expired' : 'refused', problem }
}

export function down(what: Words): ZoomProblem {
  return new ZoomProblem('unavailable', refused('down', { what }))
}

export function limitOf(said: string, headers: Headers, now: number): Answer {
  const daily = /day|daily/i.test(`${headers.get('x-ratelimit-type')} ${said}`)
  const problem = new ZoomProblem('limited', refused('limited', { said: cited(said) }), retryAtOf(headers, now, daily))
  return { kind: 'limited', daily, problem }
}

/** `code` and `message` of an error. */
export function toldIn(value: unknown): Told {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: null, said: '' }
  const { code, message, reason, error } = value as Record<string, unknown>
  const number = typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code)) ? Number(code) : null
  const said = [message, reason, error].find((text) => typeof text === 'string' && text !== '')
  return { code: number, said: (said as string | undefined) ?? '' }
}

/** Zoom writes some refusals with unescaped quotes in them, so that they are no JSON. */
function toldInBroken(body: Uint8Array): Told {
  const text = new TextDecoder().decode(body.subarray(0, 10_000))
  if (!text.trimStart().startsWith('{')) return { code: null, said: '' }
  const code = /"code"\s*:\s*"?(\d{1,6})/.exec(text)?.[1]
  const said = /"message"\s*:\s*"([\s\S]*)"\s*[,}]/.exec(text)?.[1] ?? ''
  return { code: code === undefined ? null : Number(code), said }
}

const kinds: Readonly<Record<number, ProblemKind>> = {
  104: 'scope',
  4700: 'scope',
  4711: 'scope',
  124: 'revoked',
  200: 'plan',
  1001: 'no_host',
  1010: 'no_host',
  3161: 'no_host',
  3000: 'nothing',
  3001: 'not_found',
  3301: 'nothing',
  12702: 'too_old',
}

/** By Zoom's code (zoom.md 3.5), else by the status. Code 300 is everything that does not fit: a page, a date, an id. */
function kindOf({ code, said }: Told, status: number, { query }: ApiCall): ProblemKind {
  if (code === 300 || code === null || !(code in kinds)) {
    if (status === 401) return 'revoked'
    if (status === 403) return 'scope'
    if (status === 404) return 'not_found'
    if (/token/i.test(said)) return 'page_expired'
    if (/month|year/i.test(said)) return 'too_old'
    if (/not (been )?(enabled|required)/i.test(said)) return 'nothing'
    return query?.next_page_token ? 'page_expired' : 'not_found'
  }
  return kinds[code]!
}

function wordsOf(kind: ProblemKind, text: string, call: ApiCall): Words {
  const said = cited(text)
  switch (kind) {
    case 'revoked':
      return refused('access', { said })
    case 'scope':
      return refused('scope', { scope: scopesIn(text, call) })
    case 'plan':
      return refused('plan', { said })
    case 'nothing':
      return refused('nothing', { said })
    case 'page_expired':
      return refused('pageExpired', { said })
    case 'too_old':
      return refused('tooOld', { said })
    case 'no_host':
      return refused('noHost', { said })
    default:
      return refused('notFound', { said })
  }
}

/** The scopes that Zoom names, those of a single account; else the one that the call is known to need. */
function scopesIn(said: string, { scope }: ApiCall): string {
  const named = said.match(/\b[a-z_]+:[a-z_]+(?::[a-z_]+)*/g) ?? []
  const own = named.filter((name) => name.endsWith(':admin'))
  const [first = `${scope}:admin`] = own.length > 0 ? own : named.filter((name) => !name.endsWith(':master'))
  return first
}
