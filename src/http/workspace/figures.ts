import { createRoute, z } from '@hono/zod-openapi'
import { FIGURES } from '../../domain/figures.ts'
import { STAGES } from '../../domain/stage.ts'
import { audience } from '../../workspace/audience.ts'
import { figures } from '../../workspace/figures.ts'
import { funnelInSteps } from '../../workspace/funnel.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { json, moment, refusals } from '../documented.ts'
import { askedMoment, asOf, knownAt, webinarId, webinarState } from './members.ts'
import { routes } from './routes.ts'

const figuresAnswer = z
  .object({
    state: webinarState,
    figures: z.array(
      z.object({
        key: z.enum(FIGURES),
        value: z.number().nullable(),
        share: z.number().nullable(),
        median: z.object({ value: z.number(), share: z.number().nullable() }).nullable(),
      }),
    ),
    medianOf: z.int().openapi({ description: 'So many webinars of the workspace the median is taken over.' }),
    asOf: moment,
  })
  .openapi('Figures')

export type Figures = z.infer<typeof figuresAnswer>

const figuresRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/figures',
  tags: ['Webinars'],
  summary: 'The headline figures beside the median of the workspace',
  description:
    '`share`: of `attendees` the registrants who came, of `stayed` the attendees who were there at 95 % of the live ' +
    'time (of a running webinar: who are in the room now). `mqls` and `sqls` are the steps of the funnel: took part, ' +
    'at that stage or beyond. `median`: of the other ended webinars to which somebody came; null below three of them.',
  request: { params: webinarId },
  responses: {
    200: json(figuresAnswer, 'Always all figures, in this order'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const funnelAnswer = z
  .object({
    steps: z.array(
      z.object({
        stage: z.enum(STAGES),
        count: z.int(),
        share: z.number().nullable(),
        shareOfBefore: z.number().nullable(),
      }),
    ),
    attendance: z.object({
      registrants: z.int(),
      attendees: z.int(),
      noShows: z.int(),
      replayOnly: z.int(),
      unidentified: z.int().openapi({ description: 'Connections in the room of which nobody knows whose they are.' }),
    }),
    modelVersion: z.int(),
    asOf: moment,
    knownAt,
  })
  .openapi('Funnel')

export type Funnel = z.infer<typeof funnelAnswer>

const funnelRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/funnel',
  tags: ['Webinars'],
  summary: 'From registrant to customer',
  request: { params: webinarId, query: z.object(askedMoment) },
  responses: {
    200: json(funnelAnswer, 'People at or beyond each stage; `share` is of the first step'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const audienceAnswer = z
  .object({
    minutes: z.array(z.object({ minute: z.int(), people: z.int() })),
    peak: z.object({ people: z.int(), at: z.number() }),
    markers: z.array(z.object({ kind: z.enum(['started', 'ended', 'peak']), at: z.number(), time: moment.nullable() })),
    asOf: moment,
  })
  .openapi('Audience')

export type Audience = z.infer<typeof audienceAnswer>

const audienceRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/audience',
  tags: ['Webinars'],
  summary: 'People in the room, minute by minute',
  request: { params: webinarId, query: z.object({ asOf }) },
  responses: {
    200: json(audienceAnswer, '`minute` and `at` (seconds) are of the live time; the unidentified are counted too'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const figureRoutes = routes()
  .openapi(figuresRoute, (c) => c.json(figures(c.env.ws, c.req.valid('param').id), 200))
  .openapi(funnelRoute, async (c) =>
    c.json(await inSteps(funnelInSteps(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(audienceRoute, async (c) =>
    c.json(await inSteps(audience(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
  )

export type FigureRoutes = typeof figureRoutes
