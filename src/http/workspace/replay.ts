import { createRoute, z } from '@hono/zod-openapi'
import { WATCH_EVIDENCE } from '../../domain/fact.ts'
import { MEDIA_KINDS } from '../../domain/replay-media.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { REPLAY_STEPS, replayFunnelInSteps } from '../../workspace/replay/replay-funnel.ts'
import { removeReplay, setReplay, showReplay } from '../../workspace/replay/setting.ts'
import { viewersInSteps } from '../../workspace/replay/viewers.ts'
import { addressOf } from '../address.ts'
import { readJsonBody } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import { listedPerson, stretches, webinarId } from './members.ts'
import { routes } from './routes.ts'

const tags = ['On demand']

const replay = z
  .object({
    kind: z.enum(MEDIA_KINDS),
    address: z.string().openapi({ example: 'https://media.oren.example/backup.mp4' }),
    mediaSeconds: z.number().nullable(),
    lengthBy: z.enum(['you', 'player']).nullable().openapi({ description: 'Who told how long it is.' }),
    offsetSeconds: z.number().nullable(),
    joinsLive: z.boolean().nullable().openapi({
      description: 'It is as long as the webinar was: what is watched of it fills in what was missed live.',
    }),
    opensAt: moment.nullable(),
    closesAt: moment.nullable(),
    state: z.enum(['open', 'early', 'closed']),
    changedAt: moment,
    preview: z.string().openapi({ description: 'A link for whoever sets it up; nothing is counted there.' }),
  })
  .openapi('Replay')

export type ReplayAnswer = z.infer<typeof replay>

const setting = {
  type: 'object' as const,
  required: ['address'],
  properties: {
    kind: { type: 'string' as const, enum: [...MEDIA_KINDS], description: 'Found by itself when left out.' },
    address: {
      type: 'string' as const,
      description:
        'Of a video or audio file on your own server or storage (mp4, webm, mp3, wav …; https), or of a video on ' +
        'YouTube or Vimeo in any spelling, the code for embedding included.',
    },
    mediaSeconds: { type: 'number' as const, description: 'Left out: as the first player tells it.' },
    offsetSeconds: { type: 'number' as const, description: 'Position of the live webinar at which the media begins.' },
    opensAt: { type: 'string' as const, format: 'date-time' },
    closesAt: { type: 'string' as const, format: 'date-time' },
  },
}

const show = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/replay',
  tags,
  summary: 'Where the replay of a webinar plays',
  request: { params: webinarId },
  responses: { 200: json(replay, 'As it is set'), ...refusals('unauthorized', 'forbidden', 'not_found') },
})

const put = createRoute({
  method: 'put',
  path: '/api/v1/webinars/{id}/replay',
  tags,
  summary: 'Say where the replay of a webinar plays',
  description: 'From then on everybody of the webinar has a link of their own to it.',
  request: {
    params: webinarId,
    body: { required: true, content: { 'application/json': { schema: setting } } },
  },
  responses: {
    200: json(replay, 'As it is set now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/webinars/{id}/replay',
  tags,
  summary: 'Close the replay of a webinar',
  description: 'All links to it lead nowhere until it is set again. What was watched stays.',
  request: { params: webinarId },
  responses: {
    204: { description: 'It is closed' },
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const viewer = z
  .object({
    person: listedPerson,
    score: z.number(),
    liveSeconds: z.number(),
    seen: z.number().nullable().openapi({ description: 'Share seen of the webinar, live and on demand together.' }),
    seconds: z.number(),
    share: z.number().nullable().openapi({ description: 'Of the media.' }),
    evidence: z.enum(WATCH_EVIDENCE),
    mediaSeconds: z.number().nullable(),
    intervals: stretches.openapi({ description: 'In seconds of the media, as far as they are known.' }),
    firstAt: moment,
    lastAt: moment,
    byLink: z.boolean().openapi({ description: 'By a link of Ripen, at least in part.' }),
    link: z.string().nullable(),
  })
  .openapi('Viewer')

export type ViewerRow = z.infer<typeof viewer>

const viewers = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/viewers',
  tags,
  summary: 'Who watched a webinar on demand',
  description:
    'By links of Ripen, on the platform itself, or anywhere that sends activities; in the order of the ranking.',
  request: {
    params: webinarId,
    query: z.object({
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 200; 50 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(viewer),
        nextCursor: z.string().nullable(),
        mediaSeconds: z.number().nullable().openapi({ description: 'Of the replay that is set, if it is known.' }),
      }),
      'A page of viewers',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const funnel = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/replay/funnel',
  tags,
  summary: 'How no-shows came back on demand',
  request: { params: webinarId },
  responses: {
    200: json(
      z
        .object({
          steps: z.array(z.object({ step: z.enum(REPLAY_STEPS), count: z.int(), share: z.number().nullable() })),
          viewers: z.int().openapi({ description: 'Everybody who watched, also who had been there live.' }),
        })
        .openapi('ReplayFunnel'),
      'Registered and did not come; opened the link or watched elsewhere; watched; watched 90 % of the media',
    ),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

export const replayRoutes = routes()
  .openapi(show, (c) => c.json(showReplay(c.env.ws, c.req.valid('param').id, addressOf(c.req.raw)), 200))
  .openapi(put, async (c) => {
    const body = await readJsonBody(c.req.raw)
    return c.json(await setReplay(c.env.ws, c.req.valid('param').id, body, addressOf(c.req.raw)), 200)
  })
  .openapi(remove, async (c) => {
    await removeReplay(c.env.ws, c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(viewers, async (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    return c.json(await inSteps(viewersInSteps(ws, id, c.req.valid('query'), addressOf(c.req.raw))), 200)
  })
  .openapi(funnel, async (c) => c.json(await inSteps(replayFunnelInSteps(c.env.ws, c.req.valid('param').id)), 200))

export type ReplayRoutes = typeof replayRoutes
