import { createRoute, z } from '@hono/zod-openapi'
import { neededScopes } from '../../workspace/pulls/needed-scopes.ts'
import { json, refusals } from '../documented.ts'
import { words } from './pull-shape.ts'
import { routes } from './routes.ts'

const scopes = createRoute({
  method: 'get',
  path: '/api/v1/platforms/zoom/scopes',
  tags: ['Sources'],
  summary: 'The scopes that a Server-to-Server OAuth app of Zoom should have',
  responses: {
    200: json(
      z.object({
        scopes: z.array(
          z.object({
            scope: z.string().openapi({ example: 'report:read:list_webinar_participants:admin' }),
            brings: z.array(z.object(words)).openapi({ description: 'What is fetched by it.' }),
          }),
        ),
      }),
      'Sorted by their names',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

export const platformRoutes = routes().openapi(scopes, (c) => c.json({ scopes: neededScopes().map(plain) }, 200))

export type PlatformRoutes = typeof platformRoutes

function plain({ scope, brings }: ReturnType<typeof neededScopes>[number]) {
  return { scope, brings: brings.map(({ text, key, params }) => ({ text, key, params })) }
}
