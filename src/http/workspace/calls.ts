import { createRoute, z } from '@hono/zod-openapi'
import { callsInSteps } from '../../workspace/calls.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { json, moment, refusals } from '../documented.ts'
import { askedMoment, knownAt, webinarId } from './members.ts'
import { row } from './ranking.ts'
import { routes } from './routes.ts'

const day = z.string().openapi({ format: 'date', example: '2026-05-13' })

const list = z
  .object({
    perDay: z.int(),
    day: day.openapi({ description: 'The day of `today`: this one, or the next business day.' }),
    cut: z.object({ webinarPoints: z.number(), score: z.number() }).nullable().openapi({
      description: 'What the last one of `today` has.',
    }),
    today: z.array(row),
    queue: z.array(z.object({ day, rows: z.array(row) })).openapi({ description: 'The next ten business days.' }),
    ties: z
      .object({
        count: z.int(),
        called: z.int(),
        explained: z.string().nullable(),
        key: z.string().nullable(),
        params: z.record(z.string(), z.unknown()),
      })
      .openapi({ description: 'Those who stand equal on both sides of the cut, and what decided among them.' }),
    total: z.int(),
    rest: z.object({ people: z.int(), until: day.nullable() }).openapi({
      description: 'Behind the last row of the queue: how many, and when the last of them would be called.',
    }),
    modelVersion: z.int(),
    asOf: moment,
    knownAt,
  })
  .openapi('Calls')

export type CallsAnswer = z.infer<typeof list>

const show = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/calls',
  tags: ['Webinars'],
  summary: 'Whom sales call today, and who waits',
  description:
    'Of those in the ranking who are MQL or SQL, as many as sales can call on a business day; the rest is queued for the next ones. ' +
    'Order: webinar points, score, velocity, latest activity in the webinar, e-mail.',
  request: {
    params: webinarId,
    query: z.object({
      perDay: z.string().optional().openapi({ type: 'integer', description: 'Left out: `callsPerDay` of the model.' }),
      ...askedMoment,
    }),
  },
  responses: {
    200: json(list, 'The calls of a day and the queue'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const callRoutes = routes().openapi(show, async (c) =>
  c.json(await inSteps(callsInSteps(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
)

export type CallRoutes = typeof callRoutes
