import { createRoute, z } from '@hono/zod-openapi'
import { allScopes, apiKeys, makeApiKey, revokeApiKey } from '../../workspace/api-keys.ts'
import { json, moment, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'

const path = '/api/v1/api-keys'
const tags = ['Team']
const scopes = z.array(z.enum(allScopes)).openapi({
  description:
    '`read`: everything, also as files. `write`: bring in facts, repair, take alerts. `manage`: the formula, sources, channels, team and keys.',
})

const apiKey = z
  .object({
    id: z.string().openapi({ example: 'k_9f3c2a7be0d4518c' }),
    name: z.string(),
    ending: z.string().nullable().openapi({ example: '…x3Yz', description: 'Null: of an earlier release.' }),
    scopes: z.array(z.string()),
    createdAt: moment,
    createdBy: z.string().nullable(),
    lastUsedOn: z.string().nullable().openapi({ format: 'date', description: 'The day; null: never.' }),
  })
  .openapi('ApiKey')

export type ApiKeyShown = z.infer<typeof apiKey>

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'API keys of the workspace',
  responses: {
    200: json(z.object({ items: z.array(apiKey) }), 'The oldest first, without the keys themselves'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const make = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Make an API key',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            name: z.string().trim().min(1).max(100).openapi({ description: 'What it is for.' }),
            scopes: scopes.min(1, 'give at least one of read, write, manage'),
          }),
          example: { name: 'CRM sync', scopes: ['read'] },
        },
      },
    },
  },
  responses: {
    201: json(z.object({ key: apiKey, apiKey: z.string() }), '`apiKey` is the key itself, which is shown only here'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
  },
})

const revoke = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Revoke an API key',
  description: 'Whoever calls with it is answered 401 at once.',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    204: { description: 'It is no key any more' },
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

export const apiKeyRoutes = routes()
  .openapi(list, (c) => c.json(apiKeys(c.env.ws), 200))
  .openapi(make, (c) => {
    const { name, scopes: asked } = c.req.valid('json')
    const given = { name, scopes: allScopes.filter((scope) => asked.includes(scope)) }
    return c.json(makeApiKey(c.env.ws, given, authorOf(c)), 201)
  })
  .openapi(revoke, (c) => {
    revokeApiKey(c.env.ws, c.req.valid('param').id, authorOf(c))
    return c.body(null, 204)
  })

export type ApiKeyRoutes = typeof apiKeyRoutes
