import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { knownSource } from '../../workspace/known-source.ts'
import { receiveZoom } from '../../workspace/receive-zoom.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { refusals } from '../documented.ts'
import type { Hook, HookOutcome } from '../hook.ts'
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

const noSecret = new Refused(
  'unauthorized',
  'This source has no secret yet: give it the Secret Token of the Zoom app, under Sources or with “source secret”.',
  { title: 'No secret' },
)

const refused = {
  401: new Refused('unauthorized', 'The signature does not fit the secret of this source.', {
    title: 'Signature refused',
  }),
  503: new Refused('unavailable', 'The delivery could not be stored. Send it again.'),
}

/** Webhooks come past the router, for they are the hot path; only their description is a route's. */
export function describeHooks(app: ReturnType<typeof routes>): void {
  app.openAPIRegistry.registerPath(hook)
}

/** The raw bytes go to the verb as they are: no schema is checked here. */
export async function takeHook(ws: Workspace, { key, signature, body, receivedAt }: Hook): Promise<HookOutcome> {
  const answer = await receiveZoom(ws, key, signature, body, receivedAt)
  if (answer.status === 204) return 'stored'
  if (answer.status === 404) return null
  if (answer.status === 200) return Response.json(answer.body)
  const hasSecret = knownSource(ws, 'zoom', key)!.secrets.length > 0
  return problemResponse(answer.status === 401 && !hasSecret ? noSecret : refused[answer.status])
}
