import { createRoute, z } from '@hono/zod-openapi'
import { backlog } from '../../workspace/drain.ts'
import { currentModel, modelVersion, modelVersions } from '../../workspace/models.ts'
import { publishModel } from '../../workspace/publish-model.ts'
import { startRescore } from '../../workspace/rescore.ts'
import { json, moment, refusals } from '../documented.ts'
import { routes } from './routes.ts'

const model = z.looseObject({}).openapi('Model', { description: 'The scoring model: one readable file.' })

const version = z.object({ version: z.int(), publishedAt: moment, model }).openapi('ModelVersion')

export type ModelAnswer = z.infer<typeof version>

const get = createRoute({
  method: 'get',
  path: '/api/v1/model',
  tags: ['Model'],
  summary: 'The scoring model in force',
  responses: { 200: json(version, 'The model and its version'), ...refusals('unauthorized', 'forbidden') },
})

const versions = createRoute({
  method: 'get',
  path: '/api/v1/model/versions',
  tags: ['Model'],
  summary: 'All published versions',
  responses: {
    200: json(
      z.object({ items: z.array(z.object({ version: z.int(), state: z.string(), publishedAt: moment })) }),
      'Newest first; `state` is `current`, `building` or `past`',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const getVersion = createRoute({
  method: 'get',
  path: '/api/v1/model/versions/{version}',
  tags: ['Model'],
  summary: 'One published version',
  request: { params: z.object({ version: z.coerce.number().int().openapi({ type: 'integer' }) }) },
  responses: {
    200: json(version, 'The model as it was published'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const publish = createRoute({
  method: 'post',
  path: '/api/v1/model/publish',
  tags: ['Model'],
  summary: 'Publish a new version',
  description:
    'The model, or what `GET /api/v1/model` answers with its part `model` edited. Everybody is scored anew; answers switch to the new version when all cards are ready.',
  request: { body: { required: true, content: { 'application/json': { schema: model } } } },
  responses: {
    200: json(z.object({ version: z.int() }), 'The version under which it is published'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
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
  .openapi(publish, (c) => c.json(publishModel(c.env.ws, modelIn(c.req.valid('json'))), 200))
  .openapi(rescore, (c) => {
    startRescore(c.env.ws)
    return c.json({ backlog: backlog(c.env.ws) }, 202)
  })

export type ModelRoutes = typeof modelRoutes

/** The model itself, or what `GET /api/v1/model` answers: then the part `model` of it. */
function modelIn(body: object): unknown {
  return 'model' in body ? body.model : body
}
