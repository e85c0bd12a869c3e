import { Refused } from '../domain/refusal.ts'
import { networkOf } from './attempts.ts'
import { exportPage, exportPagePolicy, type LinkState } from './export-page.ts'
import { callerAddress, type Outside, type Peer } from './place.ts'
import { problemResponse } from './problem.ts'
import type { SignInOptions } from './sign-in.ts'
import { languageOf } from './workspace/export/language.ts'
import { WrongLinks } from './wrong-links.ts'

interface ExportLinkOptions extends Pick<SignInOptions, 'workspace'> {
  outside: Outside
}

const path = /^\/exports\/([a-z0-9]{8,32})\.([0-9a-z-]{1,80})$/

/**
 * What stands behind the links of regular exports: a page with a button for everybody who has one, and the file for
 * whoever presses it. No cookie is looked at and none is set.
 */
export function createExportLinks({ workspace, outside }: ExportLinkOptions) {
  const wrong = new WrongLinks()

  async function ask(request: Request, asked: string, method: 'GET' | 'POST', peer?: Peer): Promise<Response> {
    const caller = networkOf(callerAddress(request, peer, outside.trustProxy))
    wrong.refuse(caller, Date.now())
    // Some programs write addresses in capitals.
    const pathname = asked.toLowerCase()
    const found = path.exec(pathname)
    const answer = found && (await workspace(found[1]!, new Request(new URL(pathname, request.url), { method })))
    if (answer && !(answer.status === 404 && (await stateOf(answer)) === 'unknown')) return answer
    wrong.count(caller, Date.now())
    return answer ?? problemResponse(new Refused('not_found', 'This link leads nowhere.', { state: 'unknown' }))
  }

  return async (request: Request, pathname: string, peer?: Peer): Promise<Response> => {
    const { method } = request
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      throw new Refused('not_found', 'There is nothing at this address. GET /docs lists every call.')
    const answer = await ask(request, pathname, method === 'POST' ? 'POST' : 'GET', peer)
    const isFile = method === 'POST' && answer.ok
    const response = isFile ? new Response(answer.body, answer) : await page(answer, request)
    response.headers.set('x-robots-tag', 'noindex, nofollow')
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('cache-control', 'no-store')
    return response
  }
}

async function page(answer: Response, request: Request): Promise<Response> {
  const told = (await answer.json()) as Record<string, unknown>
  const state = (answer.ok ? 'open' : answer.status === 409 ? 'nobody' : (told.state ?? 'trouble')) as LinkState
  const language = languageOf(undefined, request.headers.get('accept-language') ?? undefined)
  const isOver = state === 'ended' || state === 'deleted' || state === 'segmentGone'
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': exportPagePolicy }
  return new Response(exportPage(state, told, language), { status: isOver ? 410 : answer.status, headers })
}

async function stateOf(answer: Response): Promise<unknown> {
  return ((await answer.clone().json()) as { state?: unknown }).state
}
