import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import { activitySchema, activityTypes } from '../sources/activities/schemas.ts'
import { refusals } from './documented.ts'
import type { FrontRoutes } from './front.ts'

const route = createRoute({
  method: 'get',
  path: '/schemas/activities/{type}.json',
  tags: ['Activities'],
  summary: 'The JSON Schema of one type of activity',
  description: `Of the whole CloudEvent. Types: ${activityTypes.map((type) => `\`${type}\``).join(', ')}.`,
  security: [],
  request: { params: z.object({ type: z.string().openapi({ example: 'page.viewed' }) }) },
  responses: {
    200: { description: 'JSON Schema 2020-12', content: { 'application/schema+json': { schema: z.looseObject({}) } } },
    ...refusals('not_found'),
  },
})

export function addSchemas(app: FrontRoutes): void {
  app.openAPIRegistry.registerPath(route)
  app.get('/schemas/activities/:file', (c) => {
    const type = c.req.param('file').replace(/\.json$/, '')
    const schema = c.req.param('file').endsWith('.json') ? activitySchema(type) : null
    if (!schema) throw new Refused('not_found', `There is no type "${type}". There are: ${activityTypes.join(', ')}.`)
    const headers = { 'content-type': 'application/schema+json', 'cache-control': 'no-cache' }
    return new Response(JSON.stringify(schema), { headers })
  })
}
