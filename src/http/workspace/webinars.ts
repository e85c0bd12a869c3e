import { createRoute, z } from '@hono/zod-openapi'
import { audience } from '../../workspace/audience.ts'
import { describeWebinar } from '../../workspace/describe-webinar.ts'
import { funnel } from '../../workspace/funnel.ts'
import { showWebinar, webinars } from '../../workspace/webinars.ts'
import { readJsonBody } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import type { WorkspaceRoutes } from './app.ts'

export const webinarId = z.object({ id: z.string().openapi({ example: 'w_5f0c2b7a91d3' }) })
export const asOf = z
  .string()
  .optional()
  .openapi({ format: 'date-time', description: 'As of this moment; now when left out.' })

const webinar = z
  .object({
    id: z.string(),
    platform: z.string(),
    platformId: z.string(),
    series: z.string().openapi({ description: 'The same for all occurrences of one platform id.' }),
    topic: z.string().nullable(),
    kind: z.string().openapi({ example: 'educational' }),
    partner: z.object({ name: z.string(), domains: z.array(z.string()) }).nullable(),
    cost: z.number().nullable(),
    funnelStage: z.string().nullable(),
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
    provisional: z.boolean().openapi({ description: 'The end is only the scheduled one.' }),
    liveSeconds: z.number(),
    registrants: z.int(),
    attendees: z.int(),
    noShows: z.int(),
    replayOnly: z.int(),
    leads: z.int(),
    mqls: z.int(),
    sqls: z.int(),
  })
  .openapi('Webinar')

const partnerPatch = {
  oneOf: [
    { type: 'string' as const },
    {
      type: 'object' as const,
      required: ['name'],
      properties: {
        name: { type: 'string' as const },
        domains: { type: 'array' as const, items: { type: 'string' as const } },
      },
    },
    { type: 'null' as const },
  ],
}

const list = createRoute({
  method: 'get',
  path: '/api/v1/webinars',
  tags: ['Webinars'],
  summary: 'All webinars with their counts',
  responses: {
    200: json(z.object({ items: z.array(webinar) }), 'Newest first'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}',
  tags: ['Webinars'],
  summary: 'One webinar with its counts',
  request: { params: webinarId },
  responses: {
    200: json(webinar, 'The webinar as it is now'),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const patch = createRoute({
  method: 'patch',
  path: '/api/v1/webinars/{id}',
  tags: ['Webinars'],
  summary: 'Say what a webinar is',
  description:
    'What is set here wins over what the platform says. A changed kind or partner rescores the people of the webinar.',
  request: {
    params: webinarId,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object' as const,
            description: 'What is left out stays as it is.',
            properties: {
              topic: { type: 'string' as const },
              kind: { type: 'string' as const },
              partner: partnerPatch,
              cost: { type: 'number' as const, minimum: 0 },
              funnelStage: { type: 'string' as const },
              live: {
                type: 'object' as const,
                required: ['from', 'to'],
                properties: {
                  from: { type: 'string' as const, format: 'date-time' },
                  to: { type: 'string' as const, format: 'date-time' },
                },
              },
            },
          },
          example: { kind: 'demo', partner: { name: 'Papaya', domains: ['papaya.example'] } },
        },
      },
    },
  },
  responses: {
    200: json(webinar, 'The webinar as it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const funnelAnswer = z
  .object({
    steps: z.array(
      z.object({
        stage: z.string(),
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
  })
  .openapi('Funnel')

const funnelRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/funnel',
  tags: ['Webinars'],
  summary: 'From registrant to customer',
  request: { params: webinarId, query: z.object({ asOf }) },
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

export function addWebinars(app: WorkspaceRoutes): void {
  app.openapi(list, (c) => c.json(webinars(c.env.ws), 200))
  app.openapi(one, (c) => c.json(showWebinar(c.env.ws, c.req.valid('param').id), 200))
  app.openapi(patch, async (c) =>
    c.json(await describeWebinar(c.env.ws, c.req.valid('param').id, await readJsonBody(c.req.raw)), 200),
  )
  app.openapi(funnelRoute, (c) => c.json(funnel(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))
  app.openapi(audienceRoute, (c) => c.json(audience(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))
}
