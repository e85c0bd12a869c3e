import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Directory, newWorkspaceId } from '../../directory/workspaces.ts'
import { Refused } from '../../domain/refusal.ts'
import { limitBody } from '../../http/body.ts'
import { callerHeader } from '../../http/caller.ts'
import { readBody } from '../../http/decode.ts'
import { limitOf } from '../../http/front.ts'
import { problemOf, problemResponse } from '../../http/problem.ts'

type Fetch = (request: Request) => Promise<Response>

export interface LocalOptions {
  directory: Directory
  workspace: (id: string, request: Request, options?: { create?: boolean }) => Promise<Response | null>
  front: Fetch
  report: (error: unknown) => void
}

/**
 * What the command line of this machine may do beyond what the front offers: make and list workspaces,
 * and every call of a workspace by its slug, `/local/w/<slug>/…` for `/api/v1/…`, without a key.
 */
export function createLocal({ directory, workspace, front, report }: LocalOptions): Fetch {
  const app = new Hono()

  app.get('/local/workspaces', (c) => {
    const items = directory
      .list()
      .map(({ createdAt, ...rest }) => ({ ...rest, createdAt: new Date(createdAt).toISOString() }))
    return c.json({ items })
  })

  app.post('/local/workspaces', async (c) => {
    const settings = await readBody(c.req.raw, z.looseObject({ slug: z.string(), name: z.string().optional() }))
    directory.checkFree(settings.slug)
    const id = newWorkspaceId()
    const request = new Request(new URL('/workspace', c.req.url), {
      method: 'PUT',
      headers: { [callerHeader]: 'local', 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    })
    const made = await workspace(id, request, { create: true })
    if (made?.ok) directory.add({ id, slug: settings.slug, name: settings.name ?? settings.slug })
    return made ?? problemResponse(new Error('a workspace that was made is not there'))
  })

  app.all('/local/w/:slug/*', async (c) => {
    const { id } = directory.bySlug(c.req.param('slug'))
    const answer = await workspace(id, await asCall(c))
    if (!answer) throw new Refused('not_found', `The database of the workspace "${c.req.param('slug')}" is missing.`)
    return answer
  })

  app.all('*', (c) => front(c.req.raw))

  app.onError((error) => {
    if (problemOf(error).status === 500) report(error)
    return problemResponse(error)
  })
  return async (request) => app.fetch(request)
}

async function asCall(c: Context): Promise<Request> {
  const url = new URL(c.req.url)
  url.pathname = url.pathname.replace(/^\/local\/w\/[^/]+/, '/api/v1')
  const { method } = c.req
  const request = await limitBody(c.req.raw, limitOf(url.pathname))
  const headers = new Headers(request.headers)
  headers.set(callerHeader, 'local')
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  return new Request(url, { method, headers, body })
}
