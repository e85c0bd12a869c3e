import { Refused } from '../domain/refusal.ts'
import { replay } from '../domain/replay-words.ts'
import { networkOf } from './attempts.ts'
import { limitBody } from './body.ts'
import type { Asset } from './dashboard.ts'
import { callerAddress, type Outside, type Peer } from './place.ts'
import { problemResponse } from './problem.ts'
import type { SignInOptions } from './sign-in.ts'
import { watchPolicy } from './watch-policy.ts'
import { door } from './words.ts'
import { WrongLinks } from './wrong-links.ts'

interface WatchOptions extends Pick<SignInOptions, 'workspace'> {
  outside: Outside
  asset: Asset
}

const path = /^\/watch\/([a-z0-9]{8,32})\.([0-9a-z-]{1,60})(\/progress)?$/
const limit = 64 * 1024

/**
 * What stands behind people's own links to a replay: a page for everybody who has one, and where it reports what was
 * watched. No cookie is looked at and none is set; other sites may not read any of it.
 */
export function createWatch({ workspace, outside, asset }: WatchOptions) {
  const wrong = new WrongLinks()

  /** The answer of the workspace that the link names; 404 as a problem where it leads nowhere. */
  async function ask(request: Request, pathname: string, peer: Peer | undefined, init: RequestInit): Promise<Response> {
    const caller = networkOf(callerAddress(request, peer, outside.trustProxy))
    wrong.refuse(caller, Date.now())
    const found = path.exec(pathname)
    const answer = found && (await workspace(found[1]!, new Request(new URL(pathname, request.url), init)))
    if (answer && !(await isUnknown(answer))) return answer
    wrong.count(caller, Date.now())
    return answer ?? problemResponse(new Refused('not_found', replay('wrongLink'), { state: 'unknown' }))
  }

  async function page(request: Request, pathname: string, peer?: Peer): Promise<Response> {
    const answer = await ask(request, pathname, peer, { method: 'GET' }).catch(problemResponse)
    const told = (await answer.json()) as Record<string, unknown>
    const file = await asset(new Request(new URL('/watch.html', request.url)), '/watch.html')
    if (!file) throw new Refused('unavailable', 'The page has not been built yet: "npm start" builds it.')
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': watchPolicy(answer.ok ? told.media : null),
      'x-robots-tag': 'noindex, nofollow',
      ...(answer.headers.has('retry-after') && { 'retry-after': answer.headers.get('retry-after')! }),
    }
    return new Response(filled(await file.text(), told), { status: answer.status, headers })
  }

  async function progress(request: Request, pathname: string, peer?: Peer): Promise<Response> {
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
      throw new Refused('invalid', door('noJson'), { field: 'content-type' })
    const body = await (await limitBody(request, limit)).arrayBuffer()
    const headers = { 'content-type': 'application/json' }
    return ask(request, pathname, peer, { method: 'POST', headers, body })
  }

  return async (request: Request, asked: string, peer?: Peer): Promise<Response> => {
    // Some programs write addresses in capitals.
    const pathname = asked.toLowerCase()
    const reports = pathname.endsWith('/progress')
    if (reports && request.method === 'POST') return progress(request, pathname, peer)
    if (!reports && (request.method === 'GET' || request.method === 'HEAD')) return page(request, pathname, peer)
    return problemResponse(new Refused('not_found', 'There is nothing at this address. GET /docs lists every call.'))
  }
}

/** Whether a link was never given out; one that is closed by now was. */
async function isUnknown(answer: Response): Promise<boolean> {
  return answer.status === 404 && ((await answer.clone().json()) as { state?: string }).state === 'unknown'
}

/** The page with what it is to show, as data that no browser takes for anything else. */
function filled(page: string, told: unknown): string {
  const json = JSON.stringify(told).replaceAll('<', '\\u003c')
  return page.replace('{"state":"unknown"}', () => json)
}
