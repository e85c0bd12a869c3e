import type { Words } from '../../../domain/words.ts'
import { readJson } from '../../json.ts'
import { cited } from '../../refuse.ts'
import { type Answer, down, limitOf, type Raw, toldIn } from './answer.ts'
import { ZoomProblem } from './step.ts'
import { fault, refused } from './words.ts'
import type { ZoomAccess } from './zoom-api.ts'

const second = 1000
/** A token is renewed so long before it expires. */
const early = 60 * second

/** A Server-to-Server OAuth token, until when it is used, and what it is good for where Zoom says that. */
export interface Token {
  text: string
  until: number
  scopes: string[] | null
}

/** The request for one (zoom.md 3.1): there is no refresh token, one asks again. */
export function tokenRequest({ account, client, secret }: ZoomAccess) {
  const credentials = Buffer.from(`${client}:${secret}`).toString('base64')
  const query = new URLSearchParams({ grant_type: 'account_credentials', account_id: account })
  const headers = { authorization: `Basic ${credentials}`, accept: 'application/json' }
  return { path: `/oauth/token?${query}`, init: { method: 'POST', headers } }
}

/** Reads the answer to it: `value` is a `Token`. A refusal in words of OAuth is a wrong or deactivated app. */
export function tokenOf({ status, headers, body }: Raw, now: number): Answer {
  const { value, reason } = readJson(body)
  const { said } = toldIn(value)
  if (status === 429) return limitOf(said, headers, now)
  if (status >= 500 || status === 408) return { kind: 'broken', problem: down(fault('status', { status })) }
  const { access_token, expires_in, scope } = (value ?? {}) as Record<string, unknown>
  if (status < 300 && typeof access_token === 'string' && /^[\x21-\x7e]+$/.test(access_token)) {
    const seconds = Number(expires_in) > 0 ? Number(expires_in) : 3600
    const scopes = typeof scope === 'string' && scope.trim() !== '' ? scope.trim().split(/\s+/) : null
    const token: Token = { text: access_token, until: now + Math.max(seconds * second - early, second), scopes }
    return { kind: 'given', value: token }
  }
  if (reason !== undefined || status < 400) return { kind: 'broken', problem: down(fault('unreadable', { status })) }
  return { kind: 'refused', problem: new ZoomProblem('revoked', wrongIn(value, cited(said))) }
}

/** Which of the three is wrong, as far as Zoom tells. */
function wrongIn(value: unknown, said: string): Words {
  const { error } = (value ?? {}) as Record<string, unknown>
  if (error === 'invalid_client') return refused('client', { said })
  return error === 'invalid_request' ? refused('account', { said }) : refused('access', { said })
}
