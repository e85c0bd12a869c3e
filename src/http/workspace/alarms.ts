import { createRoute, z } from '@hono/zod-openapi'
import { alarms } from '../../workspace/alarms.ts'
import { json, refusals } from '../documented.ts'
import { routes } from './routes.ts'
import { alarm } from './source-shape.ts'

const list = createRoute({
  method: 'get',
  path: '/api/v1/alarms',
  tags: ['Sources'],
  summary: 'Sources that should speak and are silent, or speak in vain',
  description: 'Of Zoom, around its webinars. An alarm ends by itself as soon as the source speaks again.',
  responses: {
    200: json(z.object({ alarms: z.array(alarm) }), 'Those that last, in the order in which they began'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

export const alarmRoutes = routes().openapi(list, (c) => c.json(alarms(c.env.ws), 200))

export type AlarmRoutes = typeof alarmRoutes
