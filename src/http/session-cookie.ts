import type { SessionCookie } from '../directory/sign-in.ts'
import type { Place } from './place.ts'

/**
 * Over https no other host can set this cookie, for its name. On localhost cookies are shared by all ports,
 * so there the name keeps two Ripens on one machine apart.
 */
function nameAt({ secure, port }: Place): string {
  return secure ? '__Host-ripen' : `ripen-${port}`
}

/** The session that a request brings, if any. */
export function readSessionCookie(request: Request, place: Place): string | null {
  const start = `${nameAt(place)}=`
  const parts = (request.headers.get('cookie') ?? '').split(';').map((part) => part.trim())
  return parts.find((part) => part.startsWith(start))?.slice(start.length) || null
}

/** The `Set-Cookie` that keeps a session, or without one forgets it. */
export function setSessionCookie(place: Place, cookie: SessionCookie | null): string {
  const { value, maxAge } = cookie ?? { value: '', maxAge: 0 }
  const rest = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${place.secure ? '; Secure' : ''}`
  return `${nameAt(place)}=${value}; ${rest}`
}
