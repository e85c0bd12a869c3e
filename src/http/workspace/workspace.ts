import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { createWorkspace } from '../../workspace/create-workspace.ts'
import { backlog } from '../../workspace/drain.ts'
import { callerHeader } from '../caller.ts'
import { readBody } from '../decode.ts'
import { json, refusals } from '../documented.ts'
import type { WorkspaceRoutes } from './app.ts'

const show = createRoute({
  method: 'get',
  path: '/api/v1/workspace',
  tags: ['Workspace'],
  summary: 'How far the workspace is',
  responses: {
    200: json(
      z.object({ id: z.string(), backlog: z.int() }),
      '`backlog`: people whose score is still being worked out',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const settings = z.strictObject({
  slug: z.string(),
  name: z.string().optional(),
  timezone: z.string().optional(),
  weekend: z.string().optional(),
  holidays: z.array(z.string()).optional(),
  observes: z.array(z.string()).optional(),
  template: z.string().optional(),
  staffDomains: z.array(z.string()).optional(),
})

export function addWorkspace(app: WorkspaceRoutes): void {
  app.openapi(show, (c) => c.json({ id: c.env.ws.id, backlog: backlog(c.env.ws) }, 200))

  // Only the machine's own command line makes workspaces; the front routes nothing from outside to this path.
  app.put('/workspace', async (c) => {
    if (c.req.header(callerHeader) !== 'local') throw new Refused('not_found', 'There is no such call.')
    return c.json(createWorkspace(c.env.ws, await readBody(c.req.raw, settings)), 201)
  })
}
