import { createRoute, z } from '@hono/zod-openapi'
import { describeWebinar } from '../../workspace/describe-webinar.ts'
import { showWebinar, webinars } from '../../workspace/webinars.ts'
import { readJsonBody } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import { scheduledAt, startsAt, webinarId, webinarState } from './members.ts'
import { routes } from './routes.ts'

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
    state: webinarState,
    scheduledAt,
    startsAt,
    endsAt: moment.nullable(),
    plannedSeconds: z.number().nullable().openapi({ description: 'How long it is scheduled for.' }),
    provisional: z.boolean().openapi({ description: 'The end is only the scheduled one.' }),
    liveSeconds: z.number(),
    registrants: z.int(),
    attendees: z.int(),
    noShows: z.int(),
    replayOnly: z.int(),
    leads: z.int(),
    mqls: z.int(),
    sqls: z.int(),
    questions: z.int(),
  })
  .openapi('Webinar')

export type WebinarRow = z.infer<typeof webinar>

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

export const webinarRoutes = routes()
  .openapi(list, (c) => c.json(webinars(c.env.ws), 200))
  .openapi(one, (c) => c.json(showWebinar(c.env.ws, c.req.valid('param').id), 200))
  .openapi(patch, async (c) =>
    c.json(await describeWebinar(c.env.ws, c.req.valid('param').id, await readJsonBody(c.req.raw)), 200),
  )

export type WebinarRoutes = typeof webinarRoutes
