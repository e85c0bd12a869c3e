import { Hono } from 'hono'
import { z } from 'zod'
import { ROLES } from '../directory/members.ts'
import { Refused } from '../domain/refusal.ts'
import { limitOf } from './body.ts'
import { onBehalf } from './caller.ts'
import { readBody } from './decode.ts'
import { makeWorkspace } from './make-workspace.ts'
import { problemOf, problemResponse } from './problem.ts'
import type { SignInOptions } from './sign-in.ts'
import { tellLog } from './team/tell-log.ts'
import { withTeam } from './team/with-team.ts'

const memberSchema = z.object({
  email: z.string().trim().max(254).pipe(z.email('this is no e-mail address')),
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
})

type Fetch = (request: Request) => Promise<Response>

export interface LocalOptions extends Pick<SignInOptions, 'directory' | 'workspace' | 'discard' | 'largestFile'> {
  front: Fetch
  /** The address of a one-time link. */
  linkOf: (token: string) => string
  report: (error: unknown) => void
}

/**
 * What the command line of whoever runs this Ripen may do beyond what the front offers: make and list workspaces, get
 * one-time links, say who belongs to a workspace, and every call of a workspace by its slug, `/local/w/<slug>/…` for
 * `/api/v1/…`, without a key.
 */
export function createLocal(options: LocalOptions): Fetch {
  const { directory, discard, largestFile, front, linkOf, report } = options
  const workspace = withTeam(options)
  const app = new Hono()

  app.get('/local/workspaces', async (c) => {
    const entries = await directory.workspaces()
    const items = entries.map(({ createdAt, ...rest }) => ({ ...rest, createdAt: new Date(createdAt).toISOString() }))
    return c.json({ items })
  })

  app.post('/local/workspaces', async (c) => {
    const settings = await readBody(c.req.raw, z.looseObject({ slug: z.string(), name: z.string().optional() }))
    return makeWorkspace({ directory, workspace, discard }, settings, directory.enter)
  })

  app.post('/local/owner/link', async (c) => {
    const { email } = await readBody(c.req.raw, z.object({ email: z.string().optional() }))
    const { token, ...about } = await directory.issueLink(email)
    return c.json({ link: linkOf(token), ...about })
  })

  app.get('/local/members/:slug', async (c) => c.json({ items: await directory.members(c.req.param('slug')) }))

  app.post('/local/members/:slug', async (c) => {
    const given = await readBody(c.req.raw, memberSchema)
    const { id } = await directory.bySlug(c.req.param('slug'))
    const { token } = await directory.addMember(c.req.param('slug'), given)
    await tellLog(options, id)
    return c.json({ member: given, link: token === null ? null : linkOf(token) })
  })

  app.delete('/local/members/:slug/:email', async (c) => {
    const { id } = await directory.bySlug(c.req.param('slug'))
    await directory.removeMember(c.req.param('slug'), c.req.param('email'))
    await tellLog(options, id)
    return c.body(null, 204)
  })

  app.all('/local/w/:slug/*', async (c) => {
    const { id } = await directory.bySlug(c.req.param('slug'))
    const url = new URL(c.req.url)
    url.pathname = url.pathname.replace(/^\/local\/w\/[^/]+/, '/api/v1')
    const answer = await workspace(
      id,
      await onBehalf(c.req.raw, url, { role: 'local' }, limitOf(url.pathname, largestFile)),
    )
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
