import type { House } from './company.ts'

export const password = 'ten letters'
export const owner = { name: 'Noa Barak', email: 'noa@kiwi.example', password }

/** A browser at one address: it keeps cookies, and says where its calls come from. */
export interface Visitor {
  /** The last `Set-Cookie`, as it came. */
  setCookie: string | null
  call(
    method: string,
    path: string,
    init?: { body?: unknown; headers?: Record<string, string>; from?: string },
  ): Promise<Response>
}

export const localhost = 'http://localhost:8787'

export function visitorOf(house: House, at = localhost, always: Record<string, string> = {}): Visitor {
  let cookie = ''
  const visitor: Visitor = {
    setCookie: null,
    async call(method, path, { body, headers = {}, from = '192.0.2.7' } = {}) {
      const sent: Record<string, string> = { ...always, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
      if (body !== undefined) sent['content-type'] = 'application/json'
      const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
      const init = { method, headers: { ...sent, ...headers }, body: text }
      const response = await house.fetch(`${at}${path}`, init, { remoteAddress: from })
      const set = response.headers.get('set-cookie')
      if (set !== null) {
        visitor.setCookie = set
        cookie = set.split(';')[0]!
      }
      return response
    },
  }
  return visitor
}

/** Somebody who has just become the owner of a house, and is signed in. */
export async function ownerOf(house: House, at = localhost, always: Record<string, string> = {}): Promise<Visitor> {
  const visitor = visitorOf(house, at, always)
  const { token } = house.directory.issueLink()
  const answer = await visitor.call('POST', '/setup', { body: { token, ...owner } })
  if (answer.status !== 201) throw new Error(await answer.text())
  return visitor
}

export async function signIn(visitor: Visitor, given: object = {}, from?: string): Promise<Response> {
  const { email } = owner
  return visitor.call('POST', '/session', { body: { email, password, ...given }, ...(from ? { from } : {}) })
}

export async function stateOf(visitor: Visitor): Promise<Record<string, unknown>> {
  return (await visitor.call('GET', '/session')).json() as Promise<Record<string, unknown>>
}
