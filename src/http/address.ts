import { type Outside, placeOf } from './place.ts'

/** The front tells in this header under which address Ripen is reached; what stands in it from outside is forgotten. */
const addressHeader = 'ripen-address'

/** Calls whose answers hold links of people. */
const linking = /^\/api\/v1\/(?:webinars\/[^/]+\/(?:replay|no-shows|viewers)|people\/|members(?:\/|$))/

/** The request with the address in it, where its answer holds links: the public one, else the one it came to. */
export function toldAddress(request: Request, path: string, outside: Outside): Request {
  if (!linking.test(path)) return request
  const headers = new Headers(request.headers)
  headers.set(addressHeader, outside.url ?? placeOf(request, outside).origin)
  return new Request(request, { headers })
}

/** Under which address links lead here. */
export function addressOf(request: Request): string {
  return request.headers.get(addressHeader) ?? new URL(request.url).origin
}
