import { createRoute, z } from '@hono/zod-openapi'
import { fetchWebinar } from '../../workspace/pulls/fetch-webinar.ts'
import { showPulls } from '../../workspace/pulls/show-pulls.ts'
import { webinarPulls as pullsOfWebinar } from '../../workspace/pulls/webinar-pulls.ts'
import { json, refusals } from '../documented.ts'
import { webinarId } from './members.ts'
import { pull, webinarPulls } from './pull-shape.ts'
import { routes } from './routes.ts'

const list = createRoute({
  method: 'get',
  path: '/api/v1/pulls',
  tags: ['Sources'],
  summary: 'What is, was and is to be fetched from platforms',
  responses: {
    200: json(
      z.object({ items: z.array(pull) }),
      'What is under way, what is due by when, then what was, the latest first',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const ofWebinar = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/pulls',
  tags: ['Webinars'],
  summary: 'What was fetched of a webinar, and when it is fetched again',
  request: { params: webinarId },
  responses: {
    200: json(webinarPulls, 'How it stands'),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const fetchNow = createRoute({
  method: 'post',
  path: '/api/v1/webinars/{id}/fetch',
  tags: ['Webinars'],
  summary: 'Fetch a webinar now',
  description: 'All that its platform knows of it. What is being fetched already goes on.',
  request: { params: webinarId },
  responses: {
    202: json(webinarPulls, 'How it stands'),
    ...refusals('unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

export const pullRoutes = routes()
  .openapi(list, (c) => c.json(showPulls(c.env.ws), 200))
  .openapi(ofWebinar, (c) => c.json(pullsOfWebinar(c.env.ws, c.req.valid('param').id), 200))
  .openapi(fetchNow, (c) => c.json(fetchWebinar(c.env.ws, c.req.valid('param').id), 202))

export type PullRoutes = typeof pullRoutes
