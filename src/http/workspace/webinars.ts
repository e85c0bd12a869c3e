import { createRoute, z } from '@hono/zod-openapi'
import { audience } from '../../workspace/audience.ts'
import { describeWebinar } from '../../workspace/describe-webinar.ts'
import { funnel } from '../../workspace/funnel.ts'
import { webinars } from '../../workspace/webinars.ts'
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
    series: z.string(),
    topic: z.string().nullable(),
    kind: z.string(),
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
    liveSeconds: z.number(),
    registrants: z.int(),
    attendees: z.int(),
    noShows: z.int(),
    leads: z.int(),
    mqls: z.int(),
    sqls: z.int(),
  })
  .openapi('Webinar')

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
          schema: z
            .strictObject({
              topic: z.string(),
              kind: z.string(),
              partner: z.strictObject({ name: z.string(), domains: z.array(z.string()) }).nullable(),
              cost: z.number().nonnegative(),
              funnelStage: z.string(),
              live: z.strictObject({ from: moment, to: moment }),
            })
            .partial(),
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

const funnelRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/funnel',
  tags: ['Webinars'],
  summary: 'From registrant to customer',
  request: { params: webinarId, query: z.object({ asOf }) },
  responses: {
    200: json(
      z.looseObject({
        steps: z.array(z.object({ stage: z.string(), count: z.int(), share: z.number().nullable() })),
        attendance: z.object({
          registrants: z.int(),
          attendees: z.int(),
          noShows: z.int(),
          replayOnly: z.int(),
          unidentified: z.int(),
        }),
      }),
      'People at or beyond each stage',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const audienceRoute = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/audience',
  tags: ['Webinars'],
  summary: 'People in the room, minute by minute',
  request: { params: webinarId, query: z.object({ asOf }) },
  responses: {
    200: json(z.looseObject({}), 'Counts by minute of the live time, with markers'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export function addWebinars(app: WorkspaceRoutes): void {
  app.openapi(list, (c) => c.json(webinars(c.env.ws), 200))
  app.openapi(patch, async (c) =>
    c.json(await describeWebinar(c.env.ws, c.req.valid('param').id, c.req.valid('json')), 200),
  )
  app.openapi(funnelRoute, (c) => c.json(funnel(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))
  app.openapi(audienceRoute, (c) => c.json(audience(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))
}
