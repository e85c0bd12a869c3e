import { createRoute, z } from '@hono/zod-openapi'
import {
  discardDelivery,
  discardedDeliveries,
  quarantine,
  quarantinedBody,
  quarantinedDelivery,
} from '../../workspace/quarantine.ts'
import { replayDeliveries, replayDelivery } from '../../workspace/replay-deliveries.ts'
import { json, moment, refusals, said } from '../documented.ts'
import { authorOf, demand } from './access.ts'
import { routes } from './routes.ts'

const delivery = z.object({
  id: z.string().openapi({ example: 'd17' }),
  source: z.string(),
  receivedAt: moment,
  reason: z.string(),
  ...said,
  late: z.boolean(),
})

const waiting = delivery.extend({
  event: z.string().nullable().openapi({ description: 'What it says it is, where it says so.' }),
  bytes: z.int().openapi({ description: 'How long its body is.' }),
})

export type Quarantined = z.infer<typeof waiting>

const listed = z.object({
  items: z.array(waiting),
  total: z.int().optional().openapi({ description: 'So many there are, where not all are listed.' }),
})

const id = { params: z.object({ id: z.string().openapi({ example: 'd17' }) }) }

const list = createRoute({
  method: 'get',
  path: '/api/v1/quarantine',
  tags: ['Quarantine'],
  summary: 'Deliveries that could not be read',
  description: 'Signed, so they are kept, with the reason. After an update of Ripen they can be read again.',
  responses: { 200: json(listed, 'Newest first'), ...refusals('unauthorized', 'forbidden') },
})

const gone = createRoute({
  method: 'get',
  path: '/api/v1/quarantine/discarded',
  tags: ['Quarantine'],
  summary: 'Deliveries that somebody threw away unread',
  responses: {
    200: json(
      z.object({ items: z.array(delivery.extend({ discardedAt: moment, discardedBy: z.string().nullable() })) }),
      'The latest first; their bodies are gone',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/quarantine/{id}',
  tags: ['Quarantine'],
  summary: 'One of them with its body as text',
  description: 'For whoever may write: it may tell of people. Whatever stands in it came from outside.',
  request: id,
  responses: {
    200: json(
      waiting.extend({ body: z.string(), isCut: z.boolean().openapi({ description: 'There is more of it.' }) }),
      'Made readable where it is JSON',
    ),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const body = createRoute({
  method: 'get',
  path: '/api/v1/quarantine/{id}/body',
  tags: ['Quarantine'],
  summary: 'The body of one of them as it came',
  request: id,
  responses: {
    200: { description: 'Its bytes', content: { 'application/octet-stream': { schema: z.any() } } },
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const result = {
  outcome: z.enum(['accepted', 'duplicate', 'ignored', 'quarantined']),
  reason: z.string().optional().openapi({ description: 'Why it still cannot be read.' }),
}

const replay = createRoute({
  method: 'post',
  path: '/api/v1/quarantine/{id}/replay',
  tags: ['Quarantine'],
  summary: 'Read a delivery again',
  request: id,
  responses: {
    200: json(z.object(result), 'What became of it'),
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const replayAll = createRoute({
  method: 'post',
  path: '/api/v1/quarantine/replay',
  tags: ['Quarantine'],
  summary: 'Read all of them again',
  description: 'A hundred at a time, the oldest first: call again with `next` as `after` until it is null.',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            after: z
              .string()
              .regex(/^d\d{1,15}$/, 'expected an id such as d17')
              .optional(),
            limit: z.int().min(1).max(100).optional(),
          }),
          example: { after: 'd17' },
        },
      },
    },
  },
  responses: {
    200: json(
      z.object({
        items: z.array(z.object({ id: z.string(), ...result })),
        left: z.int().openapi({ description: 'So many come behind these.' }),
        next: z.string().nullable(),
      }),
      'What became of each',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
  },
})

const discard = createRoute({
  method: 'delete',
  path: '/api/v1/quarantine/{id}',
  tags: ['Quarantine'],
  summary: 'Throw one of them away unread',
  description: 'Its body is gone for good; who did it and when is kept.',
  request: id,
  responses: {
    204: { description: 'Thrown away' },
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

export const quarantineRoutes = routes()
  .openapi(list, (c) => c.json(quarantine(c.env.ws), 200))
  .openapi(gone, (c) => c.json(discardedDeliveries(c.env.ws), 200))
  .openapi(show, (c) => {
    demand(c, 'write')
    return c.json(quarantinedDelivery(c.env.ws, c.req.valid('param').id), 200)
  })
  .openapi(body, (c) => {
    demand(c, 'write')
    const { id } = c.req.valid('param')
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="delivery-${id}.txt"`,
    }
    return c.body(quarantinedBody(c.env.ws, id) as Uint8Array<ArrayBuffer>, 200, headers)
  })
  .openapi(replayAll, async (c) => c.json(await replayDeliveries(c.env.ws, c.req.valid('json') ?? {}), 200))
  .openapi(replay, async (c) => c.json(await replayDelivery(c.env.ws, c.req.valid('param').id), 200))
  .openapi(discard, (c) => {
    discardDelivery(c.env.ws, c.req.valid('param').id, authorOf(c).by)
    return c.body(null, 204)
  })

export type QuarantineRoutes = typeof quarantineRoutes
