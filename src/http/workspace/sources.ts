import { createRoute, z } from '@hono/zod-openapi'
import { sourceStates } from '../../domain/source-state.ts'
import { addSource, changeSecret } from '../../workspace/add-source.ts'
import { logged } from '../../workspace/audit/record.ts'
import { listSources } from '../../workspace/list-sources.ts'
import { json, moment, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { sourceApi } from './pull-shape.ts'
import { routes } from './routes.ts'
import { alarm, sent } from './source-shape.ts'

const add = createRoute({
  method: 'post',
  path: '/api/v1/sources',
  tags: ['Sources'],
  summary: 'Add a source',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ platform: z.string(), secret: z.string().optional() }),
          example: { platform: 'zoom', secret: 'the secret token of the Zoom app' },
        },
      },
    },
  },
  responses: {
    201: json(
      z.object({ source: z.object({ id: z.string(), platform: z.string() }), path: z.string() }),
      'Where the platform has to send to',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
  },
})

const listed = z
  .object({
    id: z.string(),
    platform: z.string(),
    path: z.string(),
    hasSecret: z.boolean(),
    badSignatures: z.int().openapi({ description: 'Deliveries that were refused for their signature.' }),
    validatedAt: moment
      .nullable()
      .openapi({ description: 'When the platform last asked whether this address is ours, and was answered.' }),
    deliveries: z.int().openapi({ description: 'Signed deliveries stored.' }),
    createdAt: moment,
    api: sourceApi.nullable(),
    state: z.enum(sourceStates).openapi({ description: 'How far it has come.' }),
    ...sent,
    fetched: z.object(sent).nullable().openapi({ description: 'What its API gave in 30 days, in facts.' }),
    alarm: alarm.nullable().openapi({ description: 'What is wrong with it now.' }),
  })
  .openapi('Source')

export type SourceListed = z.infer<typeof listed>

const other = z
  .object({
    kind: z.enum(['activities', 'files']),
    name: z.string().openapi({
      description: "The `source` of CloudEvents, or the kind of file. Empty: all those that aren't told apart.",
    }),
    by: z.string().nullable().openapi({ description: 'The end of the API key that let activities in, or `session`.' }),
    ...sent,
  })
  .openapi('OtherSource')

export type OtherListed = z.infer<typeof other>

const list = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  tags: ['Sources'],
  summary: 'All sources and where they send to',
  responses: {
    200: json(
      z.object({ items: z.array(listed), others: z.array(other), alarms: z.array(alarm) }),
      'The oldest first; beside them systems that send activities, and files by their kind',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const change = createRoute({
  method: 'put',
  path: '/api/v1/sources/{id}/secret',
  tags: ['Sources'],
  summary: 'Change the secret of a source',
  description: 'The secret before it stays valid too, so that nothing is lost while the platform changes over.',
  request: {
    params: z.object({ id: z.string() }),
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ secret: z.string().min(1) }) } },
    },
  },
  responses: {
    204: { description: 'Changed' },
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

export const sourceRoutes = routes()
  .openapi(list, (c) => c.json(listSources(c.env.ws), 200))
  .openapi(add, (c) => {
    const { ws } = c.env
    const added = logged(
      ws,
      authorOf(c),
      () => addSource(ws, c.req.valid('json')),
      ({ source: { id, platform } }) => ({
        ...{ act: 'source.added', details: { source: id, platform } },
      }),
    )
    return c.json(added, 201)
  })
  .openapi(change, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const { secret } = c.req.valid('json')
    logged(
      ws,
      authorOf(c),
      () => changeSecret(ws, id, secret),
      () => ({
        ...{ act: 'source.secret_changed', details: { source: id } },
      }),
    )
    return c.body(null, 204)
  })

export type SourceRoutes = typeof sourceRoutes
