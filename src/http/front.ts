import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import { signatureHeaders } from '../sources/zoom/verify.ts'
import { limitBody, limitOf } from './body.ts'
import { refuseClaim } from './caller.ts'
import { type Asset, dashboard } from './dashboard.ts'
import { notValid } from './decode.ts'
import { addDocs } from './docs.ts'
import { json, refusals } from './documented.ts'
import { secured, securedHook } from './headers.ts'
import { isSecure, type Peer } from './place.ts'
import { problemOf, problemResponse } from './problem.ts'
import { addSchemas } from './schemas.ts'
import { addSession } from './session.ts'
import { sessionCall } from './session-call.ts'
import { addSetup } from './setup.ts'
import type { FrontEnv, SignInOptions } from './sign-in.ts'

/** What the front needs of its host. */
export interface FrontOptions extends SignInOptions {
  version: string
  /** How much of what has arrived is not yet in every answer. */
  backlog: () => Promise<number>
  asset: Asset
  /** Where errors go that nobody meant for the outside. */
  report: (error: unknown) => void
}

export type FrontRoutes = OpenAPIHono<FrontEnv>

const megabyte = 1024 * 1024
const pageLimit = megabyte / 16
const workspaceId = '[a-z0-9]{8,32}'
const hookPath = new RegExp(`^/hooks/[a-z]{1,32}/(${workspaceId})\\.[A-Za-z0-9_-]{1,64}$`)
const bearer = new RegExp(`^Bearer +rk_(${workspaceId})_[A-Za-z0-9_-]{1,128}$`, 'i')

/** The app that everybody meets first: finds the workspace, keeps bodies small, guards every answer with headers. */
export function createFront(options: FrontOptions): {
  fetch: (request: Request, peer?: Peer) => Promise<Response>
} {
  const pages = createPages(options)
  const { trustProxy } = options.outside

  async function answer(request: Request, path: string, peer?: Peer): Promise<Response> {
    if (path.startsWith('/api/v1/')) return call(request, path)
    return pages.fetch(await limitBody(request, pageLimit), { peer })
  }

  async function hook(request: Request, path: string): Promise<Response> {
    const id = hookPath.exec(path)?.[1]
    const response =
      id && (await options.workspace(id, await limited(request, megabyte), { headers: signatureHeaders }))
    if (!response) throw new Refused('not_found', 'There is no source with this key.')
    return response
  }

  async function call(request: Request, path: string): Promise<Response> {
    const authorization = request.headers.get('authorization')
    if (authorization === null) return sessionCall(request, options)
    const id = bearer.exec(authorization)?.[1]
    const response = id && (await options.workspace(id, await limited(request, limitOf(path))))
    if (!response) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
    return response
  }

  return {
    async fetch(request, peer) {
      const tls = isSecure(request, trustProxy)
      try {
        const { pathname } = new URL(request.url)
        if (pathname.startsWith('/hooks/')) return securedHook(await hook(request, pathname), tls)
        return secured(await answer(request, pathname, peer), tls)
      } catch (error) {
        if (problemOf(error).status === 500) options.report(error)
        return secured(problemResponse(error), tls)
      }
    },
  }
}

/** Small enough, and without a claim to be somebody whom the front has let in. */
async function limited(request: Request, limit: number): Promise<Request> {
  refuseClaim(request)
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
  const app: FrontRoutes = new OpenAPIHono<FrontEnv>({
    defaultHook: (result) => {
      if (!result.success) throw notValid(result.target, result.error.issues)
    },
  })
  app.openapi(health, async (c) =>
    c.json({ ok: true, version: options.version, backlog: await options.backlog() }, 200),
  )
  addSession(app, options)
  addSetup(app, options)
  addSchemas(app)
  addDocs(app, options.version)
  app.notFound((c) => dashboard(c.req.raw, options.asset))
  app.onError((error) => {
    throw error
  })
  return app
}
