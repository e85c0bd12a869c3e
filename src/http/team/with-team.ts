import type { Directory } from '../../directory/directory.ts'
import { Refused } from '../../domain/refusal.ts'
import { addressOf } from '../address.ts'
import type { Away } from '../away.ts'
import { problemResponse } from '../problem.ts'
import type { CallOptions } from '../sign-in.ts'
import { type Asking, teamPath } from '../workspace/asking.ts'
import { tellLog } from './tell-log.ts'

type Workspace = (id: string, request: Request, options?: CallOptions) => Promise<Response | null>

interface TeamOptions {
  directory: Away<Directory>
  workspace: Workspace
  /** The address of a one-time link; left out: under the address at which the call came. */
  linkOf?: (token: string) => string
  report: (error: unknown) => void
}

const aboutTeam = new RegExp(`^${teamPath}(/|$)`)
const aboutLog = /^\/api\/v1\/audit(\.csv|\/|$)/

/**
 * Workspaces as their callers see them: what they know themselves, and their team, which the directory knows. Who asks
 * and whether they may says the workspace; its log is told of every change, and before it is read.
 */
export function withTeam(options: TeamOptions): Workspace {
  const { workspace, directory } = options
  return async (id, request, call) => {
    const { pathname } = new URL(request.url)
    if (aboutLog.test(pathname)) await tellLog(options, id)
    return aboutTeam.test(pathname) ? ask(id, request, pathname) : workspace(id, request, call)
  }

  async function ask(id: string, request: Request, pathname: string): Promise<Response | null> {
    const { method, headers } = request
    const bare = new Headers(headers)
    for (const name of ['content-type', 'content-length', 'transfer-encoding']) bare.delete(name)
    const admitted = await workspace(id, new Request(new URL(pathname, request.url), { method, headers: bare }))
    if (!admitted?.ok) return admitted
    const asking = (await admitted.json()) as Asking
    // Loaded with the first call: it brings the routes, which the front needs for nothing else.
    const { teamRoutes } = await import('./routes.ts')
    const linkOf = options.linkOf ?? ((token) => `${addressOf(request)}/setup#${token}`)
    const answer = await teamRoutes.fetch(request, { directory, workspace: id, asking, linkOf, report: options.report })
    if (method !== 'GET' && answer.ok) await tellLog(options, id)
    return answer.status === 404 && !answer.headers.get('content-type')?.includes('json') ? noCall() : answer
  }
}

function noCall(): Response {
  return problemResponse(new Refused('not_found', 'There is no such call. GET /docs lists them all.'))
}
