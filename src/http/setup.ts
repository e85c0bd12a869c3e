import { createRoute, z } from '@hono/zod-openapi'
import type { NewWorkspace } from '../directory/directory.ts'
import { Refused } from '../domain/refusal.ts'
import { readBody } from './decode.ts'
import { json, refusals } from './documented.ts'
import type { FrontRoutes } from './front.ts'
import { makeWorkspace } from './make-workspace.ts'
import { type Place, placeOf, refuseInsecure } from './place.ts'
import { refuseOtherSites } from './same-origin.ts'
import { sessionSchema, startSession } from './session.ts'
import { setSessionCookie } from './session-cookie.ts'
import type { SignInOptions } from './sign-in.ts'
import { field as wrong } from './words.ts'
import { workspaceSettings } from './workspace-settings.ts'

const token = z.string().min(1).max(200).openapi({ description: 'What stands behind the # of the one-time link' })

const check = createRoute({
  method: 'post',
  path: '/setup/check',
  tags: ['Sign-in'],
  summary: 'What a one-time link is good for',
  security: [],
  request: { body: { required: true, content: { 'application/json': { schema: z.object({ token }) } } } },
  responses: {
    200: json(
      z.object({
        purpose: z.enum(['owner', 'password', 'invitation']),
        email: z.string().nullable(),
        workspaces: z.array(z.object({ slug: z.string(), name: z.string() })),
      }),
      '`owner`: to own this Ripen, with the workspaces that are there already; `password`: a new password for `email`; `invitation`: the first one',
    ),
    ...refusals('invalid', 'forbidden'),
  },
})

const setupSchema = z.object({
  token,
  password: z.string().min(10, 'a password has at least 10 characters').max(128),
  name: z.string().trim().min(1).max(100).optional(),
  email: z.string().trim().max(254).pipe(z.email('this is no e-mail address')).optional(),
  workspace: workspaceSettings.optional(),
})

const setup = createRoute({
  method: 'post',
  path: '/setup',
  tags: ['Sign-in'],
  summary: 'Use a one-time link: become the owner, or choose a new password',
  description:
    'To become the owner `name` and `email` are needed, and `workspace` while there is none. All of it is done or nothing.',
  security: [],
  request: { body: { required: true, content: { 'application/json': { schema: setupSchema } } } },
  responses: { 201: json(sessionSchema, 'Signed in'), ...refusals('invalid', 'forbidden', 'conflict') },
})

/** `POST /setup/check` and `POST /setup`. */
export function addSetup(app: FrontRoutes, options: SignInOptions): void {
  const { directory, outside } = options

  function admit(request: Request): Place {
    const place = placeOf(request, outside)
    refuseOtherSites(request, place, outside, true)
    refuseInsecure(request, place)
    return place
  }

  app.openapi(check, async (c) => {
    admit(c.req.raw)
    return c.json(await directory.checkLink(c.req.valid('json').token), 200)
  })

  // The answer may be the workspace's own refusal, which no type of this route describes.
  app.openAPIRegistry.registerPath(setup)
  app.post('/setup', async (c) => {
    const place = admit(c.req.raw)
    const given = await readBody(c.req.raw, setupSchema)
    const { purpose, workspaces } = await directory.checkLink(given.token)
    let email: string
    if (purpose !== 'owner') email = await directory.changePassword(given.token, given.password)
    else {
      const { name, workspace } = given
      email = needed(given.email, 'email')
      const owner = { name: needed(name, 'name'), email, password: given.password }
      const enter = (made?: NewWorkspace) => directory.makeOwner(given.token, owner, made)
      if (!workspace && workspaces.length === 0) throw missing('workspace')
      if (workspace) {
        const made = await makeWorkspace(options, workspace, enter)
        if (!made.ok) return made
      } else await enter()
    }
    const found = await startSession(directory, email, given.password)
    if (!found?.cookie) throw new Error('a password that was just set is refused')
    c.header('set-cookie', setSessionCookie(place, found.cookie))
    return c.json(found.session, 201)
  })
}

function needed(value: string | undefined, field: string): string {
  if (value === undefined) throw missing(field)
  return value
}

function missing(field: string): Refused {
  return new Refused('invalid', { ...wrong('missing'), text: `The body is not valid: ${field} is missing.` }, { field })
}
