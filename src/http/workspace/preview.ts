import { createRoute, z } from '@hono/zod-openapi'
import { LINES } from '../../domain/preview.ts'
import { STAGES } from '../../domain/stage.ts'
import { findPreview, previewModel } from '../../workspace/preview-model.ts'
import { json, moment, refusals, said } from '../documented.ts'
import { jobAnswer, running } from '../job-answer.ts'
import { modelGiven } from './model-shape.ts'
import { routes } from './routes.ts'

const text = z.string().nullable()

const placed = z
  .object({ score: z.number(), stage: z.enum(STAGES), staff: z.boolean() })
  .openapi('Placed', { description: '`staff`: at a domain of the company, so in no ranking and no funnel.' })

const person = z.object({ id: z.string(), email: text, name: text, company: text })
const moved = z.object({ person, before: placed, after: placed })

const crossing = z.object({
  count: z.int(),
  people: z.array(moved).openapi({ description: 'The hottest 200 by name; `count` counts all.' }),
})

const moveLine = z.object({
  rule: z.string(),
  webinarId: text,
  before: z.number(),
  after: z.number(),
  reason: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const edge = z.number().nullable()
const thresholds = z
  .object({ mql: edge, sql: edge })
  .openapi({ description: 'Null where the threshold is a condition.' })
const counts = z.object({ before: z.int(), after: z.int() })

const preview = z
  .object({
    asOf: moment,
    fromVersion: z.int(),
    people: z.int(),
    staff: z.int(),
    changed: z.int(),
    lines: z.record(z.enum(LINES), z.object({ entered: crossing, left: crossing })),
    moves: z.array(moved.extend({ lines: z.array(moveLine) })).openapi({
      description: 'The 20 largest. The differences of the lines add up to exactly that of the score.',
    }),
    distribution: z.object({
      width: z.number(),
      bins: z.array(z.object({ from: edge, to: edge, ...counts.shape })).openapi({
        description: 'Scores of `from` and more, below `to`; null: without an end.',
      }),
      thresholds: z.object({ before: thresholds, after: thresholds }),
    }),
    hotPerDay: z
      .object({
        before: z.number().nullable(),
        after: z.number().nullable(),
        callsPerDay: z.int().nullable(),
        days: z.int(),
        businessDays: z.int(),
        ripe: counts,
        looked: counts,
      })
      .openapi({
        description:
          'How many became SQL on a business day of the last 28 days, by the exact moments, of those who are SQL or beyond now. ' +
          'Of more than 2,000 such people so many are `looked` at, evenly spread, and the rate is worked out from them.',
      }),
    questions: z
      .object({
        days: z.int(),
        asked: z.int(),
        ...counts.shape,
        topics: z.array(z.object({ topic: z.string(), ...counts.shape })),
      })
      .openapi({
        description:
          'What people said in their own words in the last `days` days, and how much of it is about buying by the words of each model.',
      }),
    unscored: z.object({ count: z.int(), people: z.array(z.object({ id: z.string(), reason: z.string() })) }),
    alerts: z
      .array(
        z.object({
          rule: z.object({ id: z.string(), name: z.string(), on: z.enum(['crosses_mql', 'crosses_sql', 'surges']) }),
          count: z.int(),
          people: z.array(person),
        }),
      )
      .openapi({
        description:
          'Of each alert rule that is on and on a threshold or a surge: who would be told of, were it published with `alerts`. The hottest 50 by name; `count` counts all.',
      }),
    notes: z.array(z.object({ text: z.string(), key: z.string(), params: said.params })),
  })
  .openapi('Preview')

export type PreviewAnswer = z.infer<typeof preview>

const done = z.object({ state: z.literal('done'), id: z.string(), result: preview })

const answers = {
  200: json(done, 'What would happen'),
  202: json(running, 'Still being worked out: ask `GET /api/v1/model/preview/{id}` again'),
}

const start = createRoute({
  method: 'post',
  path: '/api/v1/model/preview',
  tags: ['Model'],
  summary: 'What publishing a model would do, by name',
  description:
    'Compares everybody under the version in force and under the model of the body, `{model}` or the model itself (left out: the draft, else the model in force), ' +
    'as of now. Nothing is written, nobody is alerted.',
  request: {
    body: { required: false, content: { 'application/json': { schema: z.looseObject({}) } } },
  },
  responses: { ...answers, ...refusals('invalid', 'unauthorized', 'forbidden') },
})

const look = createRoute({
  method: 'get',
  path: '/api/v1/model/preview/{id}',
  tags: ['Model'],
  summary: 'A preview that was started',
  request: { params: z.object({ id: z.string() }) },
  responses: { ...answers, ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found') },
})

export const previewRoutes = routes()
  .openapi(start, async (c) => {
    const answer = await jobAnswer(previewModel(c.env.ws, modelGiven(c.req.valid('json'))))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })
  .openapi(look, async (c) => {
    const answer = await jobAnswer(findPreview(c.env.ws, c.req.valid('param').id))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })

export type PreviewRoutes = typeof previewRoutes
