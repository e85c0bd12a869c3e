import { createRoute, z } from '@hono/zod-openapi'
import { progress, takeProgress } from '../../workspace/replay/take-progress.ts'
import { type WatchPage, watchPage } from '../../workspace/replay/watch-page.ts'
import { readBody } from '../decode.ts'
import { refusals } from '../documented.ts'
import { routes } from './routes.ts'

export type { WatchPage }

const params = z.object({ token: z.string() })

const show = createRoute({
  method: 'get',
  path: '/watch/{token}',
  tags: ['On demand'],
  summary: 'The page of a link to a replay',
  description:
    'For whoever has the link: it needs no key. A link that leads nowhere gets a page that says so, and 404.',
  security: [],
  request: { params },
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
})

const report = createRoute({
  method: 'post',
  path: '/watch/{token}/progress',
  tags: ['On demand'],
  summary: 'What the page of a link reports',
  description:
    '`sitting` comes with the page. Each report tells all positions that the sitting has watched so far, so a report ' +
    'that is late, lost or sent twice changes nothing. At most 64 kB. Positions that nobody can have watched in that time are refused.',
  security: [],
  request: { params, body: { required: true, content: { 'application/json': { schema: progress } } } },
  responses: {
    204: { description: 'All of it is stored' },
    ...refusals('invalid', 'not_found', 'too_large', 'too_many', 'unavailable'),
  },
})

/** For everybody who has a link; the front puts the page around what `GET` answers. */
export const watchRoutes = routes()
watchRoutes.openAPIRegistry.registerPath(show)
watchRoutes.openAPIRegistry.registerPath(report)
watchRoutes.get('/watch/:token', (c) => c.json(watchPage(c.env.ws, c.req.param('token'))))
watchRoutes.post('/watch/:token/progress', async (c) => {
  await takeProgress(c.env.ws, c.req.param('token'), await readBody(c.req.raw, progress))
  return c.body(null, 204)
})
