import { createRoute, z } from '@hono/zod-openapi'
import { Refused } from '../../domain/refusal.ts'
import { logged } from '../../workspace/audit/record.ts'
import { diffModels, modelFile } from '../../workspace/diff-models.ts'
import { backlog } from '../../workspace/drain.ts'
import { currentModel, modelVersion, modelVersions } from '../../workspace/models.ts'
import { publishDraft } from '../../workspace/publish-draft.ts'
import { publishModel } from '../../workspace/publish-model.ts'
import { startRescore } from '../../workspace/rescore.ts'
import { rollBack } from '../../workspace/roll-back.ts'
import { json, refusals } from '../documented.ts'
import { authorOf, demand } from './access.ts'
import { download } from './download.ts'
import { model, note, version, versionNumber, versionWithModel } from './model-shape.ts'
import { routes } from './routes.ts'

const get = createRoute({
  method: 'get',
  path: '/api/v1/model',
  tags: ['Model'],
  summary: 'The scoring model in force',
  responses: { 200: json(versionWithModel, 'The model and its version'), ...refusals('unauthorized', 'forbidden') },
})

const versions = createRoute({
  method: 'get',
  path: '/api/v1/model/versions',
  tags: ['Model'],
  summary: 'All published versions',
  responses: {
    200: json(z.object({ items: z.array(version) }), 'Newest first'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const params = z.object({ version: versionNumber })

const getVersion = createRoute({
  method: 'get',
  path: '/api/v1/model/versions/{version}',
  tags: ['Model'],
  summary: 'One published version',
  request: { params },
  responses: {
    200: json(versionWithModel, 'The model as it was published'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const getFile = createRoute({
  method: 'get',
  path: '/api/v1/model/versions/{version}/file',
  tags: ['Model'],
  summary: 'One published version as a readable file',
  request: { params },
  responses: { 200: json(model, 'One rule a line'), ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found') },
})

const versionOrDraft = z.union([versionNumber, z.literal('draft')]).openapi({ type: 'string', example: '3' })

const diff = createRoute({
  method: 'get',
  path: '/api/v1/model/diff',
  tags: ['Model'],
  summary: 'What changed from one version to another',
  description: 'Left out: from the version in force, to the draft.',
  request: { query: z.object({ from: versionOrDraft.optional(), to: versionOrDraft.optional() }) },
  responses: {
    200: json(
      z.object({
        from: versionOrDraft,
        to: versionOrDraft,
        changes: z.array(
          z.object({
            path: z.string().openapi({ example: 'rules.attended_full.points' }),
            rule: z.string().nullable(),
            kind: z.enum(['added', 'removed', 'changed']),
            before: z.unknown(),
            after: z.unknown(),
          }),
        ),
        text: z.string().openapi({ description: 'Unified diff of the two readable files.' }),
      }),
      'By rule and path, and as text',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const alerts = z.boolean().optional().openapi({
  description:
    'Whether those who cross a threshold or surge by the new version alone are told of; left out: nobody is.',
})

const published = json(z.object({ version: z.int() }), 'The version under which it is published')

const publish = createRoute({
  method: 'post',
  path: '/api/v1/model/publish',
  tags: ['Model'],
  summary: 'Publish a new version',
  description:
    '`{"draft": <revision>}`: the draft that marketing and sales have signed. Or, for whoever may manage the workspace, the model itself, or what `GET /api/v1/model` answers with its part `model` edited: recorded as unsigned. Everybody is scored anew; answers switch to the new version when all cards are ready. Nobody is alerted of that, unless `"alerts": true` stands beside `draft` or `model`: then those are told of whom the preview names.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.union([z.object({ draft: z.int(), note, alerts }), model]) } },
    },
  },
  responses: { 200: published, ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict', 'unavailable') },
})

const rollback = createRoute({
  method: 'post',
  path: '/api/v1/model/rollback',
  tags: ['Model'],
  summary: 'Go back to an old version',
  description: 'Publishes its content as a new version; `rollbackOf` says which.',
  request: {
    body: { required: true, content: { 'application/json': { schema: z.object({ version: z.int(), note }) } } },
  },
  responses: {
    200: published,
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

const rescore = createRoute({
  method: 'post',
  path: '/api/v1/model/rescore',
  tags: ['Model'],
  summary: 'Score everybody anew',
  description: 'Answers at once; `GET /api/v1/workspace` says how many people are still due.',
  responses: {
    202: json(z.object({ backlog: z.int() }), 'How much is due now'),
    ...refusals('unauthorized', 'forbidden', 'unavailable'),
  },
})

export const modelRoutes = routes()
  .openapi(get, (c) => c.json(currentModel(c.env.ws), 200))
  .openapi(versions, (c) => c.json(modelVersions(c.env.ws), 200))
  .openapi(getVersion, (c) => c.json(modelVersion(c.env.ws, c.req.valid('param').version), 200))
  .openapi(getFile, (c) => download(modelFile(c.env.ws, c.req.valid('param').version)))
  .openapi(diff, (c) => {
    const { from, to } = c.req.valid('query')
    return c.json(diffModels(c.env.ws, from, to), 200)
  })
  .openapi(publish, (c) => {
    const body: Record<string, unknown> = c.req.valid('json')
    const { ws } = c.env
    const author = authorOf(c)
    const alerts = alertsIn(body)
    const entryOf = (signed: boolean) => (made: { version: number }) =>
      ({ act: 'model.published', details: { ...made, signed, alerts } }) as const
    if (isDraft(body)) {
      const asked = { revision: body.draft, note: noteOf(body.note), alerts }
      return c.json(
        logged(ws, author, () => publishDraft(ws, asked, author), entryOf(true)),
        200,
      )
    }
    demand(c, 'manage')
    const about = { by: author.by, note: noteIn(body), alerts }
    return c.json(
      logged(ws, author, () => publishModel(ws, modelIn(body), about), entryOf(false)),
      200,
    )
  })
  .openapi(rollback, (c) => {
    const { ws } = c.env
    const [asked, author] = [c.req.valid('json'), authorOf(c)]
    const made = logged(
      ws,
      author,
      () => rollBack(ws, asked, author),
      ({ version }) => ({
        ...{ act: 'model.rolled_back', details: { version, to: asked.version } },
      }),
    )
    return c.json(made, 200)
  })
  .openapi(rescore, (c) => {
    startRescore(c.env.ws)
    return c.json({ backlog: backlog(c.env.ws) }, 202)
  })

export type ModelRoutes = typeof modelRoutes

function isDraft(body: object): body is { draft: number; note?: unknown } {
  return 'draft' in body && typeof body.draft === 'number'
}

/** The model itself, or what `GET /api/v1/model` answers: then the part `model` of it. */
function modelIn(body: object): unknown {
  return 'model' in body ? body.model : body
}

/** Of `{model, note}`; what `GET /api/v1/model` answers has the note of the version that it was. */
function noteIn(body: Record<string, unknown>): string | null {
  return 'model' in body && !('version' in body) ? noteOf(body.note) : null
}

/** Beside `draft` or `model`; a model itself has nothing of that name. */
function alertsIn(body: Record<string, unknown>): boolean {
  const asked = 'draft' in body || 'model' in body ? (body.alerts ?? false) : false
  if (typeof asked === 'boolean') return asked
  throw new Refused('invalid', 'alerts: expected true or false', { field: 'alerts' })
}

function noteOf(given: unknown): string | null {
  const { success, data } = note.safeParse(given)
  if (!success) throw new Refused('invalid', 'note: expected at most 2,000 characters', { field: 'note' })
  return data || null
}
