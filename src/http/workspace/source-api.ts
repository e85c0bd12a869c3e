import { createRoute, z } from '@hono/zod-openapi'
import { logged, record } from '../../workspace/audit/record.ts'
import { needBackfill, startBackfill, stopBackfill } from '../../workspace/pulls/backfill.ts'
import { connectSource, disconnectSource, tryAgain } from '../../workspace/pulls/connect.ts'
import { json, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { backfill, sourceApi } from './pull-shape.ts'
import { routes } from './routes.ts'

const id = { params: z.object({ id: z.string().openapi({ example: 's1' }) }) }

const connect = createRoute({
  method: 'put',
  path: '/api/v1/sources/{id}/api',
  tags: ['Sources'],
  summary: "Give a source access to its platform's API",
  description:
    'Of Zoom: what the page of a Server-to-Server OAuth app shows. It is tried at once and stored only where it works; what is known of webinars is then fetched by itself.',
  request: {
    ...id,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            account: z.string().max(200),
            client: z.string().max(200),
            secret: z.string().max(500),
            hosts: z.array(z.string().max(254)).max(100).optional().openapi({
              description: 'User ids or e-mail addresses whose webinars a backfill looks for; left out: of everybody.',
            }),
          }),
          example: { account: 'account ID', client: 'client ID', secret: 'client secret' },
        },
      },
    },
  },
  responses: {
    200: json(sourceApi, 'The access as it is now, without the secret'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const disconnect = createRoute({
  method: 'delete',
  path: '/api/v1/sources/{id}/api',
  tags: ['Sources'],
  summary: 'Forget the access of a source',
  description: 'What was still to be fetched is not any more; what was fetched stays.',
  request: id,
  responses: { 204: { description: 'Forgotten' }, ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found') },
})

const again = createRoute({
  method: 'post',
  path: '/api/v1/sources/{id}/api/probe',
  tags: ['Sources'],
  summary: 'Try again whether the access of a source works',
  description:
    'For after something was mended at the platform: a problem that is gone and scopes that are there show in the answer.',
  request: id,
  responses: {
    200: json(sourceApi, 'The access as it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict'),
  },
})

const start = createRoute({
  method: 'post',
  path: '/api/v1/sources/{id}/backfill',
  tags: ['Sources'],
  summary: 'Fetch the webinars of the last months',
  description: "One that is under way goes on. It raises no alert, and leaves half of a day's requests to all else.",
  request: {
    ...id,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ months: z.number().default(6) }),
          example: { months: 6 },
        },
      },
    },
  },
  responses: {
    202: json(backfill, 'How far it is'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

const stop = createRoute({
  method: 'delete',
  path: '/api/v1/sources/{id}/backfill',
  tags: ['Sources'],
  summary: 'Fetch no more of the past',
  description: 'What was fetched stays; starting again goes on where it stopped.',
  request: id,
  responses: {
    200: json(backfill, 'How far it came'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/sources/{id}/backfill',
  tags: ['Sources'],
  summary: 'How far a backfill is',
  request: id,
  responses: {
    200: json(backfill, 'The latest one'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict'),
  },
})

export const sourceApiRoutes = routes()
  .openapi(connect, async (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const connected = await connectSource(ws, id, c.req.valid('json'))
    record(ws, authorOf(c), { act: 'source.connected', details: { source: id } })
    return c.json(connected, 200)
  })
  .openapi(disconnect, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    logged(
      ws,
      authorOf(c),
      () => disconnectSource(ws, id),
      () => ({
        ...{ act: 'source.disconnected', details: { source: id } },
      }),
    )
    return c.body(null, 204)
  })
  .openapi(again, async (c) => c.json(await tryAgain(c.env.ws, c.req.valid('param').id), 200))
  .openapi(start, (c) => c.json(startBackfill(c.env.ws, c.req.valid('param').id, c.req.valid('json').months), 202))
  .openapi(stop, (c) => c.json(stopBackfill(c.env.ws, c.req.valid('param').id), 200))
  .openapi(show, (c) => c.json(needBackfill(c.env.ws, c.req.valid('param').id), 200))

export type SourceApiRoutes = typeof sourceApiRoutes
