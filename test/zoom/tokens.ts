import type { ZoomAccess } from '../../src/sources/zoom/api/zoom-api.ts'
import { ZoomRefusal } from './refusal.ts'
import { HOUR } from './story.ts'

/** Server-to-Server OAuth of one app: tokens that live an hour, several at a time. */
export class Tokens {
  readonly #access: ZoomAccess
  readonly #until = new Map<string, number>()
  #active = true
  #given = 0

  constructor(access: ZoomAccess) {
    this.#access = access
  }

  revoke(): void {
    this.#active = false
    this.#until.clear()
  }

  restore(): void {
    this.#active = true
  }

  /** The answer to a request for a token; its parameters stand in the address or in a form. */
  async give(request: Request, scopes: string[], now: number): Promise<Response> {
    if (request.method !== 'POST') return refused(405, 'invalid_request', 'Method not allowed')
    const { searchParams } = new URL(request.url)
    const form = new URLSearchParams(await request.text())
    const given = (name: string) => searchParams.get(name) ?? form.get(name)
    const { account, client, secret } = this.#access
    const expected = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`
    if (!this.#active || request.headers.get('authorization') !== expected)
      return refused(400, 'invalid_client', 'Invalid client_id or client_secret')
    if (given('grant_type') !== 'account_credentials')
      return refused(400, 'unsupported_grant_type', 'unsupported grant type')
    if (given('account_id') !== account) return refused(400, 'invalid_request', 'Bad Request')
    const token = `eyJ6b29tIjoi${++this.#given}.${now}`
    this.#until.set(token, now + HOUR)
    return Response.json({
      access_token: token,
      token_type: 'bearer',
      expires_in: 3599,
      scope: scopes.join(' '),
      api_url: 'https://api-eu.zoom.us',
    })
  }

  check(authorization: string | null, now: number): void {
    const until = this.#until.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '')
    if (until === undefined) throw new ZoomRefusal(401, 124, 'Invalid access token.')
    if (until <= now) throw new ZoomRefusal(401, 124, 'Access token is expired.')
  }
}

function refused(status: number, error: string, reason: string): Response {
  return Response.json({ reason, error }, { status })
}
