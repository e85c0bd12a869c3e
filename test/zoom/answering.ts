import { openZoom } from '../../src/sources/zoom/api/open-zoom.ts'
import type { ZoomApi } from '../../src/sources/zoom/api/zoom-api.ts'
import { TestClock } from './test-clock.ts'

export const now = Date.parse('2026-04-03T12:00:00Z')

/**
 * An API that answers with these bodies, by path and query as they are sent, `%` and all. What is not among them is not
 * found. `asked` fills with what was asked for.
 */
export function answering(bodies: Record<string, unknown>): { api: ZoomApi; asked: string[] } {
  const asked: string[] = []
  const fetch = async ({ url }: Request): Promise<Response> => {
    const { pathname, search } = new URL(url)
    if (pathname === '/oauth/token') return Response.json({ access_token: 't', expires_in: 3599 })
    const path = `${pathname.slice('/v2'.length)}${search}`
    asked.push(path)
    const body = bodies[path]
    if (body instanceof Response) return body.clone()
    return body === undefined ? refusing(404, 3001, 'Webinar does not exist.') : Response.json(body)
  }
  const outside = { ...new TestClock(now), fetch, oauth: 'https://zoom.us', api: 'https://api.zoom.us' }
  return { api: openZoom({ account: 'a', client: 'c', secret: 's' }, outside), asked }
}

export function refusing(status: number, code: number, message: string): Response {
  return Response.json({ code, message }, { status })
}
