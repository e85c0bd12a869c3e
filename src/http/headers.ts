/** For the pages of the dashboard; React Aria sets styles of its own. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** What guards every answer. */
export const plain = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

export const overTls = { ...plain, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** The same answer with the security headers; what it says itself (a page's own policy, caching) stays. */
export function secured(response: Response, tls: boolean): Response {
  for (const [name, value] of Object.entries(tls ? overTls : plain))
    if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}
