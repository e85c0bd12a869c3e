import { createRoute, z } from '@hono/zod-openapi'
import type { Directory } from '../directory/directory.ts'
import { Refused } from '../domain/refusal.ts'
import { networkOf } from './attempts.ts'
import type { Away } from './away.ts'
import { json, refusals, said } from './documented.ts'
import type { FrontRoutes } from './front.ts'
import { callerAddress, placeOf, refuseInsecure } from './place.ts'
import { refuseOtherSites } from './same-origin.ts'
import { readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { findSession, type SignInOptions } from './sign-in.ts'
import { door } from './words.ts'

const roles = ['owner', 'producer', 'marketer', 'sales', 'partner'] as const

export const sessionSchema = z
  .object({
    state: z.enum(['setup', 'signed_out', 'signed_in', 'insecure']),
    reason: z.string().optional(),
    ...said,
    user: z.object({ name: z.string(), email: z.string() }).optional(),
    workspaces: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(roles) })).optional(),
  })
  .openapi('Session', {
    description:
      '`setup`: nobody owns this Ripen yet. `insecure`: nobody may sign in at this address, `reason` says why and what to do, `key` and `params` the same for other languages.',
  })

export type Session = z.infer<typeof sessionSchema>

const show = createRoute({
  method: 'get',
  path: '/session',
  tags: ['Sign-in'],
  summary: 'Who is signed in, and which workspaces are theirs',
  security: [],
  responses: { 200: json(sessionSchema, 'Also when nobody is signed in') },
})

const begin = createRoute({
  method: 'post',
  path: '/session',
  tags: ['Sign-in'],
  summary: 'Sign in',
  description:
    'Sets a cookie for 30 days, which use prolongs. At most 10 tries for an address and 30 from one place in 15 minutes.',
  security: [],
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ email: z.string().max(254), password: z.string().max(128) }) },
      },
    },
  },
  responses: {
    200: json(sessionSchema, 'Signed in'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'too_many'),
  },
})

const end = createRoute({
  method: 'delete',
  path: '/session',
  tags: ['Sign-in'],
  summary: 'Sign out',
  security: [],
  responses: { 204: { description: 'Signed out' }, ...refusals('forbidden') },
})

const triesOfAccount = 10
const triesFromPlace = 30

/** `GET`, `POST` and `DELETE /session`. */
export function addSession(app: FrontRoutes, options: SignInOptions): void {
  const { directory, attempts, outside } = options

  app.openapi(show, async (c) => {
    const place = placeOf(c.req.raw, outside)
    if (place.refusal) {
      const { text: reason, key, params } = place.refusal
      return c.json({ state: 'insecure' as const, reason, key, params }, 200)
    }
    const found = await findSession(c.req.raw, place, directory)
    if (!found) return c.json({ state: (await directory.owned()) ? ('signed_out' as const) : ('setup' as const) }, 200)
    if (found.renewed) c.header('set-cookie', setSessionCookie(place, found.renewed))
    return c.json(await signedIn(directory, found.user), 200)
  })

  app.openapi(begin, async (c) => {
    const { email, password } = c.req.valid('json')
    const place = placeOf(c.req.raw, outside)
    refuseOtherSites(c.req.raw, place, outside, true)
    refuseInsecure(c.req.raw, place)
    const account = `account ${email.trim().toLowerCase()}`
    const from = `place ${networkOf(callerAddress(c.req.raw, c.env.peer, outside.trustProxy))}`
    await attempts.begin(
      new Map([
        [account, triesOfAccount],
        [from, triesFromPlace],
      ]),
    )
    const found = await startSession(directory, email, password)
    if (!found) throw new Refused('unauthorized', door('wrongPassword'))
    await attempts.forget(account)
    await attempts.forget(from)
    c.header('set-cookie', setSessionCookie(place, found.cookie))
    return c.json(found.session, 200)
  })

  app.openapi(end, async (c) => {
    const place = placeOf(c.req.raw, outside)
    refuseOtherSites(c.req.raw, place, outside)
    const cookie = readSessionCookie(c.req.raw, place)
    if (cookie !== null) await directory.signOut(cookie)
    c.header('set-cookie', setSessionCookie(place, null))
    return c.body(null, 204)
  })
}

/** Signs in; null when address or password are wrong. */
export async function startSession(directory: Away<Directory>, email: string, password: string) {
  const cookie = await directory.signIn(email.trim(), password)
  const found = cookie && (await directory.session(cookie.value))
  return found && { cookie, session: await signedIn(directory, found.user) }
}

async function signedIn(
  directory: Away<Directory>,
  { id, name, email }: { id: string; name: string; email: string },
): Promise<Session> {
  return { state: 'signed_in', user: { name, email }, workspaces: await directory.membershipsOf(id) }
}
