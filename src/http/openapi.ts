import { OpenAPIHono } from '@hono/zod-openapi'
import type { FrontRoutes } from './front.ts'
import { teamRoutes } from './team/routes.ts'
import { allRoutes } from './workspace/app.ts'

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

/** One document from the routes of both apps: what is not in the code is not in it, and the other way round. */
export function openApiDocument(front: FrontRoutes, version: string): OpenApiDocument {
  const all = new OpenAPIHono()
  all.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key of the workspace, `rk_…`. Whoever is signed in may instead name the workspace in the header ' +
      '`Ripen-Workspace`, and in a reading call in `?workspace=`; changing calls need the origin of Ripen itself.',
  })
  all.route('/', front)
  all.route('/', allRoutes)
  all.route('/', teamRoutes)
  return all.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ripen',
      version,
      license: { name: 'MIT' },
      description:
        'Who are the hottest people of a webinar, and why. JSON in camelCase, times in ISO 8601 UTC, ' +
        'errors as problem documents (RFC 9457), pages by `limit` and `cursor`.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }],
  })
}
