import { createRoute, z } from '@hono/zod-openapi'
import { watchWebinar } from '../../workspace/watch-webinar.ts'
import { refusals } from '../documented.ts'
import { eventStream } from '../event-stream.ts'
import { webinarId } from './members.ts'
import { routes } from './routes.ts'

const watch = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/changes',
  tags: ['Webinars'],
  summary: 'When to ask again, while a webinar runs',
  description:
    'Server-sent events. `version`: a number that is another one after each change, never data; at once, and then at ' +
    'most every 500 ms. `ended`: the webinar is over and every answer knows it; the stream closes. A comment every ' +
    '15 s keeps the connection open.',
  request: { params: webinarId },
  responses: {
    200: {
      description: 'The events, until the webinar is over',
      content: {
        'text/event-stream': {
          schema: z.string(),
          example: 'id: 1778594400000\nevent: version\ndata: 1778594400000\n\n',
        },
      },
    },
    204: { description: 'The webinar does not run: nothing will change by the minute' },
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

export const changeRoutes = routes().openapi(watch, (c) => {
  const watching = new AbortController()
  const changes = watchWebinar(c.env.ws, c.req.valid('param').id, watching.signal)
  return changes ? eventStream(changes, () => watching.abort()) : c.body(null, 204)
})

export type ChangeRoutes = typeof changeRoutes
