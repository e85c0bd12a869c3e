import type { RunningHost } from './host.ts'

/** Somebody's browser at a host: it keeps the cookie, and says that its calls come from Ripen's own pages. */
export interface Browser {
  /** The last `Set-Cookie` as it came. */
  setCookie: string | null
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

export function openBrowser({ address }: RunningHost): Browser {
  let cookie = ''
  const browser: Browser = {
    setCookie: null,
    async call(method, path, body, headers = {}) {
      const own: Record<string, string> = { origin: new URL(address).origin }
      if (cookie) own.cookie = cookie
      if (body !== undefined) own['content-type'] = 'application/json'
      const sent = body === undefined ? null : JSON.stringify(body)
      const answer = await fetch(address + path, { method, headers: { ...own, ...headers }, body: sent })
      const set = answer.headers.get('set-cookie')
      if (set !== null) {
        browser.setCookie = set
        cookie = set.split(';')[0]!
      }
      return answer
    },
  }
  return browser
}
