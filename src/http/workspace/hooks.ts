import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { receiveZoom } from '../../workspace/receive-zoom.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { refusals } from '../documented.ts'
import { problemResponse } from '../problem.ts'
import type { routes } from './routes.ts'

const hook = createRoute({
  method: 'post',
  path: '/hooks/zoom/{key}',
  tags: ['Webhooks'],
  summary: 'What Zoom sends',
  description:
    'Signed with the secret of the source (`x-zm-signature`, `x-zm-request-timestamp`). ' +
    'Answered after the commit: 204 means on disk and counted once.',
  security: [],
  request: {
    params: z.object({ key: z.string().openapi({ description: 'The key that `source add zoom` printed.' }) }),
    body: { content: { 'application/json': { schema: { type: 'object' } } }, required: true },
  },
  responses: {
    200: {
      description: 'Answer to `endpoint.url_validation`',
      content: {
        'application/json': { schema: z.object({ plainToken: z.string(), encryptedToken: z.string() }) },
      },
    },
    204: { description: 'Stored' },
    ...refusals('unauthorized', 'not_found', 'too_large', 'unavailable'),
  },
})

const refused = {
  401: new Refused('unauthorized', 'The signature does not fit the secret of this source.', {
    title: 'Signature refused',
  }),
  404: new Refused('not_found', 'There is no source with this key.'),
  503: new Refused('unavailable', 'The delivery could not be stored. Send it again.'),
}

/** The hot path: no schema is checked here, the raw bytes go to the verb as they are. */
export function addHooks(app: ReturnType<typeof routes>): void {
  app.openAPIRegistry.registerPath(hook)
  app.post('/hooks/zoom/:key', async (c) => {
    const request = c.req.raw
    const body = new Uint8Array(await request.arrayBuffer())
    return (await takeHook(c.env.ws, c.req.param('key'), request.headers, body)) ?? new Response(null, { status: 204 })
  })
}

/** All that a webhook is: the key in its path, its headers, its body. */
export type Hook = [key: string, headers: { get(name: string): string | null | undefined }, body: Uint8Array]

/** The key in the path of a webhook, for hosts that hand it over without a router. */
export function hookKeyOf(method: string, url: string): string | undefined {
  return method === 'POST' ? /^[a-z]+:\/\/[^/?#]+\/hooks\/zoom\/([\w.-]+)$/.exec(url)?.[1] : undefined
}

/** The answer to a webhook; null where it was stored, for which 204 says everything. */
export async function takeHook(ws: Workspace, ...[key, headers, body]: Hook): Promise<Response | null> {
  const answer = await receiveZoom(ws, key, headers, body)
  if (answer.status === 204) return null
  if (answer.status === 200) return Response.json(answer.body)
  return problemResponse(refused[answer.status])
}
