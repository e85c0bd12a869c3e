import { createHmac } from 'node:crypto'
import type { Db } from '../store/db.ts'
import type { BetterAuth } from './better-auth.ts'

/** What a browser keeps of a session: the signed value, and for how many seconds. */
export interface SessionCookie {
  value: string
  maxAge: number
}

export interface SessionFound {
  user: { id: string; name: string; email: string }
  /** To be kept instead of the cookie that came: the session has been prolonged. */
  renewed: SessionCookie | null
}

/** E-mail, password and session, by better-auth. */
export interface SignIn {
  hash(password: string): Promise<string>
  /** Null when address or password are wrong. */
  begin(email: string, password: string): Promise<SessionCookie | null>
  /** Null when the cookie is no session's, or of one that has ended. */
  find(cookie: string): Promise<SessionFound | null>
  end(cookie: string): Promise<void>
}

const cookieName = 'ripen.session_token'

/** `secret` is the server's; sessions are signed with a key of their own made from it. */
export function openSignIn(db: Db, secret: Uint8Array): SignIn {
  const key = createHmac('sha256', secret).update('ripen: signature of sessions').digest('base64url')
  let opened: Promise<BetterAuth> | undefined
  /** Loaded when the first person comes: it is large, and most of what Ripen does needs none of it. */
  const open = () => {
    opened ??= import('./better-auth.ts').then(({ openBetterAuth }) => openBetterAuth(db, key))
    return opened
  }
  return {
    async hash(password) {
      const { password: passwords } = await (await open()).$context
      return passwords.hash(password)
    },
    async begin(email, password) {
      db.prepare('DELETE FROM session WHERE expires_at < ?').run(Date.now())
      const { api } = await open()
      try {
        const { headers } = await api.signInEmail({ body: { email, password }, returnHeaders: true })
        return cookieIn(headers)
      } catch (error) {
        const { statusCode = 500 } = error as { statusCode?: number }
        if (statusCode < 500) return null
        throw error
      }
    },
    async find(cookie) {
      const { api } = await open()
      const { headers, response } = await api.getSession({ headers: headersWith(cookie), returnHeaders: true })
      if (!response) return null
      const { id, name, email } = response.user
      return { user: { id, name, email }, renewed: cookieIn(headers) }
    },
    async end(cookie) {
      const { api } = await open()
      await api.signOut({ headers: headersWith(cookie) })
    },
  }
}

function headersWith(cookie: string): Headers {
  return new Headers({ cookie: `${cookieName}=${cookie}` })
}

/** What better-auth wants to be kept; Ripen says by itself under which name and how. */
function cookieIn(headers: Headers): SessionCookie | null {
  for (const line of headers.getSetCookie()) {
    const [, value, attributes] = /^ripen\.session_token=([^;]+)(.*)$/.exec(line) ?? []
    const maxAge = Number(/;\s*max-age=(\d+)/i.exec(attributes ?? '')?.[1] ?? 0)
    if (value && maxAge > 0) return { value, maxAge }
  }
  return null
}
