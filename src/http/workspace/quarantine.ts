import { createRoute, z } from '@hono/zod-openapi'
import { quarantine, replayDelivery } from '../../workspace/quarantine.ts'
import { json, moment, refusals } from '../documented.ts'
import { routes } from './routes.ts'

const delivery = z.object({
  id: z.string().openapi({ example: 'd17' }),
  source: z.string(),
  receivedAt: moment,
  reason: z.string(),
  late: z.boolean(),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/quarantine',
  tags: ['Quarantine'],
  summary: 'Deliveries that could not be read',
  description: 'Signed, so they are kept, with the reason. After an update of Ripen they can be read again.',
  responses: {
    200: json(z.object({ items: z.array(delivery) }), 'Newest first'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const replay = createRoute({
  method: 'post',
  path: '/api/v1/quarantine/{id}/replay',
  tags: ['Quarantine'],
  summary: 'Read a delivery again',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json(z.object({ outcome: z.string(), reason: z.string().optional() }), 'What became of it'),
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

export const quarantineRoutes = routes()
  .openapi(list, (c) => c.json(quarantine(c.env.ws), 200))
  .openapi(replay, async (c) => c.json(await replayDelivery(c.env.ws, c.req.valid('param').id), 200))

export type QuarantineRoutes = typeof quarantineRoutes
