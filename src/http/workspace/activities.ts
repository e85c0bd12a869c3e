import { createRoute, z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { activityTypes } from '../../sources/activities/schemas.ts'
import { receiveActivities } from '../../workspace/receive-activities.ts'
import { readJsonBody } from '../decode.ts'
import { json, refusals } from '../documented.ts'
import { letInBy } from './access.ts'
import { routes } from './routes.ts'

const event = {
  specversion: '1.0',
  id: 'visit-1',
  source: 'https://shop.example',
  type: 'page.viewed',
  time: '2026-05-12T14:00:00Z',
  data: { person: { email: 'dana@kiwi.example' }, url: 'https://shop.example/pricing', seconds: 40 },
}

const eventSchema = {
  type: 'object' as const,
  required: ['id', 'source', 'type', 'time'],
  properties: {
    specversion: { type: 'string' as const, enum: ['1.0'] },
    id: { type: 'string' as const },
    source: { type: 'string' as const },
    type: { type: 'string' as const, enum: [...activityTypes] },
    time: { type: 'string' as const, format: 'date-time' },
    data: { type: 'object' as const },
  },
  description: 'A CloudEvent 1.0. The schema of each type is at `/schemas/activities/{type}.json`.',
}

const received = z
  .object({
    accepted: z.int(),
    duplicate: z.int(),
    rejected: z.array(z.object({ index: z.int(), id: z.string().nullable(), reason: z.string() })),
  })
  .openapi('ReceivedActivities')

const post = createRoute({
  method: 'post',
  path: '/api/v1/activities',
  tags: ['Activities'],
  summary: 'Bring in what people did',
  description:
    'One CloudEvent or a batch of at most 1,000. Known by (`source`, `id`): sending again is harmless. ' +
    'One bad event does not hold back the others.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: { oneOf: [eventSchema, { type: 'array', items: eventSchema }] },
          example: [event],
        },
        'application/cloudevents+json': { schema: eventSchema, example: event },
        'application/cloudevents-batch+json': { schema: { type: 'array', items: eventSchema }, example: [event] },
      },
    },
  },
  responses: {
    200: json(received, 'What became of each', {
      accepted: 1,
      duplicate: 0,
      rejected: [{ index: 1, id: 'visit-2', reason: 'time is missing' }],
    }),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'too_large', 'unavailable'),
  },
})

const understood = /^application\/(json|cloudevents\+json|cloudevents-batch\+json)\s*(;|$)/i

export const activityRoutes = routes().openapi(post, async (c) => {
  const type = c.req.header('content-type')
  if (type !== undefined && !understood.test(type))
    throw new HTTPException(415, { message: 'Send application/json or a CloudEvents content type.' })
  return c.json(await receiveActivities(c.env.ws, await readJsonBody(c.req.raw), letInBy(c)), 200)
})
