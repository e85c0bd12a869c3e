import { Refused } from '../domain/refusal.ts'
import type { Outside, Place } from './place.ts'
import { door } from './words.ts'

const bodies = /^(?:application\/(?:[\w.-]+\+)?json|multipart\/form-data)\s*(?:;|$)/i

/**
 * Keeps out calls that the page of another site makes somebody's browser send. `bare`: a caller that says nothing of
 * where it comes from, which no browser does, is let in too; so it may be only where no session is used.
 */
export function refuseOtherSites(request: Request, place: Place, outside: Outside, bare = false): void {
  const site = request.headers.get('sec-fetch-site')
  const page = request.headers.get('origin')
  if (site === null && page === null) {
    if (bare) return
    throw new Refused('forbidden', `With a session say where the call comes from: "Origin: ${place.origin}".`)
  }
  const own = site === null ? page === place.origin || page === outside.url : site === 'same-origin'
  if (!own) throw new Refused('forbidden', page === null ? door('anotherSite') : door('otherSite', { page }))
}

/** A form of another site can send neither of these types as they are without asking first. */
export function refuseOtherBodies(request: Request): void {
  const type = request.headers.get('content-type')
  if (type !== null && !bodies.test(type))
    throw new Refused('forbidden', 'With a session a body is application/json or multipart/form-data.')
}
