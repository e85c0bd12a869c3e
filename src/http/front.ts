import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import { toldAddress } from './address.ts'
import { limitBody, limitOf } from './body.ts'
import { refuseClaim } from './caller.ts'
import { type Asset, dashboard } from './dashboard.ts'
import { notValid } from './decode.ts'
import { addDocs } from './docs.ts'
import { json, refusals } from './documented.ts'
import { createExportLinks } from './export-links.ts'
import { secured } from './headers.ts'
import { type Hook, type HookAnswer, type HookOutcome, hookAnswerOf, hookAt, hookLimit, signatureOf } from './hook.ts'
import { isSecure, isToldSecure, type Peer } from './place.ts'
import { problemOf, problemResponse } from './problem.ts'
import { addSchemas } from './schemas.ts'
import { addSession } from './session.ts'
import { sessionCall } from './session-call.ts'
import { addSetup } from './setup.ts'
import type { FrontEnv, SignInOptions } from './sign-in.ts'
import { withTeam } from './team/with-team.ts'
import { createWatch } from './watch.ts'

/** What the front needs of its host. */
export interface FrontOptions extends SignInOptions {
  version: string
  /**
   * Hands a webhook to the workspace with this id; null when there is none, or no such source in it, `overloaded` when
   * the answer would come too late.
   */
  hook: (workspace: string, hook: Hook) => Promise<HookOutcome | 'overloaded'>
  /** How much of what has arrived is not yet in every answer. */
  backlog: () => Promise<number>
  asset: Asset
  /** Where errors go that nobody meant for the outside. */
  report: (error: unknown) => void
}

export type FrontRoutes = OpenAPIHono<FrontEnv>

const pageLimit = 64 * 1024
const workspaceId = '[a-z0-9]{8,32}'
const bearer = new RegExp(`^Bearer +rk_(${workspaceId})_[A-Za-z0-9_-]{1,128}$`, 'i')

/** The app that everybody meets first: finds the workspace, keeps bodies small, guards every answer with headers. */
export interface Front {
  fetch(request: Request, peer?: Peer): Promise<Response>
  /** Answers a POST as `fetch` does, for hosts that have all of it at hand without a Request. Never throws. */
  hook(path: string, header: Header, body: Hook['body']): Promise<HookAnswer>
}

type Header = (name: string) => string | null | undefined

export function createFront(given: FrontOptions): Front {
  const options = { ...given, workspace: withTeam(given) }
  const pages = createPages(options)
  const { trustProxy } = options.outside
  const watch = createWatch(options)
  const exportLinks = createExportLinks(options)

  async function answer(request: Request, path: string, peer?: Peer): Promise<Response> {
    if (path.startsWith('/api/v1/')) return call(request, path)
    if (path.startsWith('/hooks/')) return hookCall(request, path)
    if (path.startsWith('/watch/')) return watch(request, path, peer)
    if (path.startsWith('/exports/')) return exportLinks(request, path, peer)
    return pages.fetch(await limitBody(request, pageLimit), { peer })
  }

  async function hook(path: string, header: Header, body: Hook['body']): Promise<HookAnswer> {
    const tls = isToldSecure(header('x-forwarded-proto'), trustProxy) ?? false
    try {
      const at = hookAt(path)
      const signature = signatureOf(header)
      const outcome = at && (await options.hook(at.workspace, { key: at.key, signature, body }))
      if (!outcome) throw unknownSource()
      return await hookAnswerOf(outcome, tls)
    } catch (error) {
      return hookAnswerOf(refusal(error), tls)
    }
  }

  async function hookCall(request: Request, path: string): Promise<Response> {
    const { method, headers } = request
    if (!hookAt(path)) throw unknownSource()
    if (method !== 'POST') throw notByBrowser()
    const small = await limitBody(request, hookLimit)
    const answer = await hook(path, (name) => headers.get(name), new Uint8Array(await small.arrayBuffer()))
    return new Response(answer.body, answer)
  }

  function refusal(error: unknown): Response {
    if (problemOf(error).status === 500) options.report(error)
    return problemResponse(error)
  }

  async function call(request: Request, path: string): Promise<Response> {
    const authorization = request.headers.get('authorization')
    if (authorization === null) return sessionCall(request, options)
    const id = bearer.exec(authorization)?.[1]
    const told = toldAddress(request, path, options.outside)
    const response = id && (await options.workspace(id, await limited(told, limitOf(path, options.largestFile))))
    if (!response) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
    return response
  }

  return {
    async fetch(request, peer) {
      const tls = isSecure(request, trustProxy)
      try {
        const { pathname } = new URL(request.url)
        return secured(await answer(request, pathname, peer), tls)
      } catch (error) {
        return secured(refusal(error), tls)
      }
    },
    hook,
  }
}

function notByBrowser(): Refused {
  return new Refused(
    'not_found',
    'This is an address for webhooks: the platform sends them by POST, signed. Paste it there; a browser finds nothing here.',
  )
}

function unknownSource(): Refused {
  return new Refused('not_found', 'There is no source with this key.')
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
