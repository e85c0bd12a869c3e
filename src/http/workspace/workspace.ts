import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { showWorkspace } from '../../workspace/show-workspace.ts'
import { callerHeader } from '../caller.ts'
import { readBody } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import { workspaceSettings } from '../workspace-settings.ts'
import { routes } from './routes.ts'

const answer = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    timezone: z.string().openapi({ example: 'Asia/Jerusalem' }),
    backlog: z.int().openapi({ description: 'People whose score is still being worked out.' }),
    rescored: z.number().nullable().openapi({
      description: 'How much of the scoring of everybody is done, from 0 to 1; null when none is under way.',
    }),
    unscored: z
      .array(z.object({ person: z.string(), reason: z.string(), since: moment }))
      .openapi({ description: 'People whose scoring failed, the latest first: they stand as they stood before.' }),
    modelVersion: z.int(),
    thresholds: z
      .object({ mql: z.number().nullable(), sql: z.number().nullable() })
      .openapi({ description: 'Scores from which a lead is MQL (and warm) or SQL (and hot); null: by a condition.' }),
    velocity: z
      .object({ hours: z.number(), surgePoints: z.number(), surgeDays: z.number() })
      .openapi({ description: 'Over how many hours velocity is taken, and what counts as a surge.' }),
  })
  .openapi('Workspace')

export type WorkspaceAnswer = z.infer<typeof answer>

const show = createRoute({
  method: 'get',
  path: '/api/v1/workspace',
  tags: ['Workspace'],
  summary: 'The workspace, and how far it is',
  responses: {
    200: json(answer, 'What it is called, its formula in short, and how far scoring is'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

export const workspaceRoutes = routes().openapi(show, (c) => c.json(showWorkspace(c.env.ws), 200))

export type WorkspaceRoutes = typeof workspaceRoutes

/** Only the machine's own command line makes workspaces; the front routes nothing from outside to this path. */
export const makingRoutes = routes().put('/workspace', async (c) => {
  if (c.req.header(callerHeader) !== 'local') throw new Refused('not_found', 'There is no such call.')
  // Loaded only here: it brings the holidays of all countries with it.
  const { createWorkspace } = await import('../../workspace/create-workspace.ts')
  return c.json(createWorkspace(c.env.ws, await readBody(c.req.raw, workspaceSettings)), 201)
})
