import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import { limitBody } from './body.ts'
import { callerHeader } from './caller.ts'
import { addDocs } from './docs.ts'
import { json, refusals } from './documented.ts'
import { secured } from './headers.ts'
import { problemOf, problemResponse } from './problem.ts'
import { addSchemas } from './schemas.ts'

/** What the front needs of its host. */
export interface FrontOptions {
  version: string
  /** Hands a request to the workspace with this id; null when there is none. */
  workspace: (id: string, request: Request) => Promise<Response | null>
  /** How much of what has arrived is not yet in every answer. */
  backlog: () => Promise<number>
  /** Where errors go that nobody meant for the outside. */
  report: (error: unknown) => void
}

export type FrontRoutes = OpenAPIHono

const megabyte = 1024 * 1024
const workspaceId = '[a-z0-9]{8,32}'
const hookPath = new RegExp(`^/hooks/[a-z]{1,32}/(${workspaceId})\\.[A-Za-z0-9_-]{1,64}$`)
const bearer = new RegExp(`^Bearer +rk_(${workspaceId})_[A-Za-z0-9_-]{1,128}$`, 'i')

/** The app that everybody meets first: finds the workspace, keeps bodies small, guards every answer with headers. */
export function createFront(options: FrontOptions): { fetch: (request: Request) => Promise<Response> } {
  const pages = createPages(options)

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/hooks/')) return hook(request, pathname)
    if (pathname.startsWith('/api/v1/')) return call(request, pathname)
    return pages.fetch(request)
  }

  async function hook(request: Request, path: string): Promise<Response> {
    const id = hookPath.exec(path)?.[1]
    const response = id && (await options.workspace(id, await limited(request, megabyte)))
    if (!response) throw new Refused('not_found', 'There is no source with this key.')
    return response
  }

  async function call(request: Request, path: string): Promise<Response> {
    const id = bearer.exec(request.headers.get('authorization') ?? '')?.[1]
    const response = id && (await options.workspace(id, await limited(request, limitOf(path))))
    if (!response) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
    return response
  }

  return {
    async fetch(request) {
      try {
        return secured(await answer(request), request)
      } catch (error) {
        if (problemOf(error).status === 500) options.report(error)
        return secured(problemResponse(error), request)
      }
    },
  }
}

/** How large the body of a call may be, in bytes. */
export function limitOf(path: string): number {
  if (path === '/api/v1/imports') return 64 * megabyte
  return path.startsWith('/api/v1/model') ? 8 * megabyte : megabyte
}

/** Small enough, and without a claim to be somebody whom the front has let in. */
async function limited(request: Request, limit: number): Promise<Request> {
  if (request.headers.has(callerHeader)) throw new Refused('forbidden', `The header ${callerHeader} is Ripen's own.`)
  return limitBody(request, limit)
}

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Host'],
  summary: 'Whether Ripen runs and how far it is',
  security: [],
  responses: {
    200: json(
      z.object({ ok: z.boolean(), version: z.string(), backlog: z.int() }),
      'At `backlog` 0 every acknowledged delivery is in every answer',
      { ok: true, version: '0.1.0', backlog: 0 },
    ),
    ...refusals('unavailable'),
  },
})

function createPages(options: FrontOptions): FrontRoutes {
  const app: FrontRoutes = new OpenAPIHono()
  app.openapi(health, async (c) =>
    c.json({ ok: true, version: options.version, backlog: await options.backlog() }, 200),
  )
  addSchemas(app)
  addDocs(app, options.version)
  app.notFound(() =>
    problemResponse(new Refused('not_found', 'There is nothing at this address. GET /docs lists every call.')),
  )
  app.onError((error) => {
    throw error
  })
  return app
}
