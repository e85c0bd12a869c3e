import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Directory } from '../../directory/directory.ts'
import { ROLES } from '../../directory/members.ts'
import type { TeamMember } from '../../directory/team.ts'
import type { Away } from '../away.ts'
import { notValid } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { type Asking, teamPath } from '../workspace/asking.ts'
import { knownQueries } from '../workspace/known-queries.ts'

/** What a call about the team finds: the directory, which workspace it is for, and who asks. */
export interface TeamEnv {
  Bindings: {
    directory: Away<Directory>
    workspace: string
    asking: Asking
    /** The address of a one-time link. */
    linkOf: (token: string) => string
    report: (error: unknown) => void
  }
}

const role = z.enum(ROLES)
const tags = ['Team']

const member = z
  .object({
    id: z.string().openapi({ example: '5f0c2b7a91d30b6f1c9d2e7a' }),
    name: z.string(),
    email: z.string().nullable().openapi({ description: 'Null for callers who may not manage the workspace.' }),
    role,
    state: z.enum(['active', 'invited']).openapi({ description: '`invited`: has not chosen a password yet.' }),
    linkUntil: moment.nullable().openapi({ description: 'Until when their invitation works; null: it does not.' }),
    isYou: z.boolean(),
  })
  .openapi('Member')

export type MemberShown = z.infer<typeof member>

const list = createRoute({
  method: 'get',
  path: teamPath,
  tags,
  summary: 'The team',
  responses: {
    200: json(z.object({ items: z.array(member) }), 'By address'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const invited = z.object({
  member,
  link: z.string().nullable().openapi({
    description: 'With which they choose a password, once within 7 days; shown only here. Null: they need none.',
  }),
})

const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable')
const one = { params: z.object({ id: z.string() }) }

const invite = createRoute({
  method: 'post',
  path: teamPath,
  tags,
  summary: 'Invite somebody',
  description: 'Who signs in to this Ripen already is in the team at once, and needs no link.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            email: z.string().trim().max(254).pipe(z.email('this is no e-mail address')),
            name: z.string().trim().max(100).optional(),
            role,
          }),
          example: { email: 'dana@kiwi.example', name: 'Dana Levi', role: 'marketer' },
        },
      },
    },
  },
  responses: { 201: json(invited, 'In the team'), ...refused },
})

const inviteAgain = createRoute({
  method: 'post',
  path: `${teamPath}/{id}/invitation`,
  tags,
  summary: 'Make a new invitation',
  description: 'For who has not chosen a password yet. The link before it ends.',
  request: one,
  responses: { 201: json(invited, 'With the new link'), ...refused },
})

const change = createRoute({
  method: 'patch',
  path: `${teamPath}/{id}`,
  tags,
  summary: 'Give somebody another role',
  request: {
    ...one,
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ role }) } } },
  },
  responses: { 200: json(member, 'As they are now'), ...refused },
})

const remove = createRoute({
  method: 'delete',
  path: `${teamPath}/{id}`,
  tags,
  summary: 'Take somebody out of the team',
  description: 'Their next call finds no such workspace. The last owner stays.',
  request: one,
  responses: { 204: { description: 'They are out' }, ...refused },
})

function shown({ linkUntil, email, ...rest }: TeamMember, asking: Asking): MemberShown {
  return {
    ...rest,
    email: asking.manages ? email : null,
    linkUntil: linkUntil === null ? null : new Date(linkUntil).toISOString(),
    isYou: email === asking.email,
  }
}

const app = new OpenAPIHono<TeamEnv>({
  defaultHook: (result) => {
    if (!result.success) throw notValid(result.target, result.error.issues)
  },
})
app.use('/api/*', knownQueries(app.openAPIRegistry))
app.onError((error, c) => {
  if (problemOf(error).status === 500) c.env.report(error)
  return problemResponse(error)
})

/** The team of a workspace, as far as its guard has let the caller in. */
export const teamRoutes = app
  .openapi(list, async (c) => {
    const { directory, workspace, asking } = c.env
    return c.json({ items: (await directory.team(workspace)).map((each) => shown(each, asking)) }, 200)
  })
  .openapi(invite, async (c) => {
    const { directory, workspace, asking, linkOf } = c.env
    const { email, name, role } = c.req.valid('json')
    const { member, token } = await directory.invite(workspace, { email, name: name || email, role }, asking)
    return c.json({ member: shown(member, asking), link: token === null ? null : linkOf(token) }, 201)
  })
  .openapi(inviteAgain, async (c) => {
    const { directory, workspace, asking, linkOf } = c.env
    const { member, token } = await directory.inviteAgain(workspace, c.req.valid('param').id, asking)
    return c.json({ member: shown(member, asking), link: token === null ? null : linkOf(token) }, 201)
  })
  .openapi(change, async (c) => {
    const { directory, workspace, asking } = c.env
    const changed = await directory.changeRole(workspace, c.req.valid('param').id, c.req.valid('json').role, asking)
    return c.json(shown(changed, asking), 200)
  })
  .openapi(remove, async (c) => {
    const { directory, workspace, asking } = c.env
    await directory.removeFromTeam(workspace, c.req.valid('param').id, asking)
    return c.body(null, 204)
  })

export type TeamRoutes = typeof teamRoutes
