import { createRoute, z } from '@hono/zod-openapi'
import { docsPage } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import type { FrontRoutes } from './front.ts'
import type { OpenApiDocument } from './openapi.ts'

const document = createRoute({
  method: 'get',
  path: '/openapi.json',
  tags: ['Host'],
  summary: 'This description as an OpenAPI 3.1 document',
  security: [],
  responses: { 200: { description: 'OpenAPI', content: { 'application/json': { schema: z.looseObject({}) } } } },
})

const page = createRoute({
  method: 'get',
  path: '/docs',
  tags: ['Host'],
  summary: 'This description as a page',
  security: [],
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
})

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The OpenAPI document and its page, which has no script.
 * Made at the first call: the front needs the workspace's routes for nothing else.
 */
export function addDocs(app: FrontRoutes, version: string): void {
  let made: Promise<OpenApiDocument> | undefined
  const openApi = () => {
    made ??= import('./openapi.ts').then(({ openApiDocument }) => openApiDocument(app, version))
    return made
  }
  app.openapi(document, async (c) => c.json({ ...(await openApi()) }, 200))
  app.openapi(page, async (c) =>
    c.html(docsPage(await openApi()), 200, { 'content-security-policy': policy, 'cache-control': 'no-cache' }),
  )
  app.get('/docs/style.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
