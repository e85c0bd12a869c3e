import { createRoute, z } from '@hono/zod-openapi'
import { modelFile } from '../../workspace/diff-models.ts'
import { deleteDraft, saveDraft, showDraft } from '../../workspace/draft.ts'
import { signDraft } from '../../workspace/sign-draft.ts'
import { SIDES } from '../../workspace/signatures.ts'
import { json, moment, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { download } from './download.ts'
import { model, note, signed } from './model-shape.ts'
import { routes } from './routes.ts'

const path = '/api/v1/model/draft'

const draft = z
  .object({
    revision: z.int().openapi({ description: 'Grows with each change.' }),
    basedOn: z.int().openapi({ description: 'The version in force when it was begun.' }),
    updatedAt: moment,
    updatedBy: z.string().nullable(),
    note: z.string().nullable(),
    signed,
    model,
  })
  .openapi('ModelDraft')

const answer = z.object({ draft: draft.nullable() })

export type DraftAnswer = z.infer<typeof answer>

const get = createRoute({
  method: 'get',
  path,
  tags: ['Model'],
  summary: 'The draft of the next version',
  responses: {
    200: json(answer, '`draft` is null where nobody has begun one'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const put = createRoute({
  method: 'put',
  path,
  tags: ['Model'],
  summary: 'Store the draft, or import a file as draft',
  description:
    '`revision`: the one that was changed (0: there was none); where somebody was faster it is refused. Left out: whatever is there is replaced. Another content takes both signatures away.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ model, revision: z.int().min(0).optional(), note }) } },
    },
  },
  responses: {
    200: json(answer, 'As it is stored'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict', 'too_large', 'unavailable'),
  },
})

const remove = createRoute({
  method: 'delete',
  path,
  tags: ['Model'],
  summary: 'Throw the draft away',
  responses: {
    204: { description: 'There is no draft' },
    ...refusals('unauthorized', 'forbidden', 'unavailable'),
  },
})

const sign = createRoute({
  method: 'post',
  path: `${path}/sign`,
  tags: ['Model'],
  summary: 'Sign the draft for marketing or for sales',
  description:
    'Marketers sign for marketing, sales people for sales, owners for either; nobody for both. `name` is for callers with an API key, who are not signed in.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            side: z.enum(SIDES),
            revision: z.int().openapi({ description: 'What was read and is signed.' }),
            name: z.string().trim().min(1).max(200).optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: json(answer, 'With the signature'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict', 'unavailable'),
  },
})

const file = createRoute({
  method: 'get',
  path: `${path}/file`,
  tags: ['Model'],
  summary: 'The draft as a readable file',
  responses: { 200: json(model, 'One rule a line'), ...refusals('unauthorized', 'forbidden', 'not_found') },
})

export const draftRoutes = routes()
  .openapi(get, (c) => c.json(showDraft(c.env.ws), 200))
  .openapi(put, (c) => c.json(saveDraft(c.env.ws, c.req.valid('json'), authorOf(c)), 200))
  .openapi(remove, (c) => {
    deleteDraft(c.env.ws, authorOf(c))
    return c.body(null, 204)
  })
  .openapi(sign, (c) => c.json(signDraft(c.env.ws, c.req.valid('json'), authorOf(c)), 200))
  .openapi(file, (c) => download(modelFile(c.env.ws, 'draft')))

export type DraftRoutes = typeof draftRoutes
