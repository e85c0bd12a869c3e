import { Refused } from '../domain/refusal.ts'
import { pagePolicy } from './headers.ts'
import { problemResponse } from './problem.ts'

/** A file of the built dashboard by its path; null when there is none. */
export type Asset = (request: Request, pathname: string) => Promise<Response | null>

const noScreens = /^\/(?:api|hooks|session|healthz|openapi\.json|docs|schemas|assets|local)(?:\/|$)/

/** What is not a call: a file of the dashboard, or its page at the address of a screen, which the page finds itself. */
export async function dashboard(request: Request, asset: Asset): Promise<Response> {
  const { pathname } = new URL(request.url)
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const file = reading ? await asset(request, pathname) : null
  if (file) return guarded(file)
  if (reading && isScreen(request, pathname)) {
    const page = await asset(request, '/index.html')
    return page ? guarded(page) : notBuilt()
  }
  return problemResponse(new Refused('not_found', 'There is nothing at this address. GET /docs lists every call.'))
}

function isScreen(request: Request, pathname: string): boolean {
  if (pathname === '/') return true
  return !noScreens.test(pathname) && (request.headers.get('accept') ?? '').includes('text/html')
}

function guarded(file: Response): Response {
  if (file.headers.get('content-type')?.startsWith('text/html')) file.headers.set('content-security-policy', pagePolicy)
  return file
}

function notBuilt(): Response {
  const words =
    'The dashboard has not been built yet: "npm start" builds it before it listens. GET /docs lists every call.\n'
  return new Response(words, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
