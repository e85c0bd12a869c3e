import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { showAlert, showAlerts, showOpen } from '../../workspace/alerts/show-alerts.ts'
import { release, take } from '../../workspace/alerts/take.ts'
import { showWaits } from '../../workspace/alerts/waits.ts'
import { json, moment, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { alert } from './alert-shape.ts'
import { routes } from './routes.ts'

const tags = ['Alerts']
const id = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/api/v1/alerts',
  tags,
  summary: 'What the rules told of, the newest first',
  request: {
    query: z.object({
      untaken: z.enum(['true', 'false']).optional().openapi({ description: 'Only those that nobody has taken.' }),
      mine: z.enum(['true', 'false']).optional().openapi({ description: 'Only those that whoever asks has taken.' }),
      webinar: z.string().optional(),
      person: z.string().optional(),
      since: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Raised from this moment on.' }),
      limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(alert), nextCursor: z.string().nullable() }), 'A page of alerts'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const waits = createRoute({
  method: 'get',
  path: '/api/v1/alerts/waits',
  tags,
  summary: 'How long people waited until somebody took an alert of theirs',
  request: {
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7).openapi({ type: 'integer' }) }),
  },
  responses: {
    200: json(
      z
        .object({
          days: z.int(),
          since: moment,
          raised: z.int().openapi({ description: 'How often somebody came to wait. Who waits already does not anew.' }),
          taken: z.int(),
          medianSeconds: z.number().nullable(),
          ninetiethSeconds: z.number().nullable().openapi({ description: 'Nine of ten were taken within this.' }),
          overFiveMinutes: z
            .int()
            .openapi({ description: 'Taken after more than five minutes, or still not taken then.' }),
          waiting: z
            .array(alert)
            .openapi({ description: 'The first alerts of people whom nobody has taken for more than five minutes.' }),
        })
        .openapi('Waits'),
      'Of the people of whom alerts were raised in the last days',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

const open = createRoute({
  method: 'get',
  path: '/api/v1/alerts/open',
  tags,
  summary: 'How many people have alerts that nobody has taken, and which alert came last',
  description: 'Cheap: to be asked again and again.',
  responses: {
    200: json(
      z
        .object({
          untaken: z.int().openapi({ description: 'People, however many alerts each has.' }),
          newest: z.string().nullable().openapi({ description: 'Id of the newest of all.' }),
        })
        .openapi('OpenAlerts'),
      'As it is now',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/alerts/{id}',
  tags,
  summary: 'One alert',
  request: { params: id },
  responses: { 200: json(alert, 'The alert'), ...refusals('unauthorized', 'forbidden', 'not_found') },
})

const taking = createRoute({
  method: 'post',
  path: '/api/v1/alerts/{id}/take',
  tags,
  summary: 'Say that you look after whom it is about',
  description: 'All alerts of the person that nobody has taken are yours then.',
  request: { params: id },
  responses: { 200: json(alert, 'It is yours'), ...refusals('unauthorized', 'forbidden', 'not_found', 'conflict') },
})

const releasing = createRoute({
  method: 'post',
  path: '/api/v1/alerts/{id}/release',
  tags,
  summary: 'Give it back, and what was taken with it: anybody may take them',
  request: { params: id },
  responses: { 200: json(alert, 'Nobody’s again'), ...refusals('unauthorized', 'forbidden', 'not_found') },
})

export const alertRoutes = routes()
  .openapi(list, (c) => {
    const { untaken, mine, since, ...query } = c.req.valid('query')
    const from = since === undefined ? undefined : Date.parse(since)
    if (from !== undefined && Number.isNaN(from)) throw new Refused('invalid', `since: "${since}" is no moment`)
    const takenBy = mine === 'true' ? authorOf(c).by : undefined
    return c.json(showAlerts(c.env.ws, { ...query, untaken: untaken === 'true', takenBy, since: from }), 200)
  })
  .openapi(open, (c) => c.json(showOpen(c.env.ws), 200))
  .openapi(waits, (c) => c.json(showWaits(c.env.ws, c.req.valid('query').days), 200))
  .openapi(show, (c) => c.json(showAlert(c.env.ws, c.req.valid('param').id), 200))
  .openapi(taking, (c) => c.json(take(c.env.ws, c.req.valid('param').id, authorOf(c).by), 200))
  .openapi(releasing, (c) => c.json(release(c.env.ws, c.req.valid('param').id), 200))

export type AlertRoutes = typeof alertRoutes
