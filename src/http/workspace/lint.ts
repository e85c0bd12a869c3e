import { createRoute, z } from '@hono/zod-openapi'
import { STAGES } from '../../domain/stage.ts'
import { lintModel } from '../../workspace/lint-model.ts'
import { testModel } from '../../workspace/test-model.ts'
import { json, moment, refusals } from '../documented.ts'
import { modelGiven } from './model-shape.ts'
import { routes } from './routes.ts'

const params = z.record(z.string(), z.unknown())
const value = z.union([z.number(), z.string(), z.null()])

const linted = z
  .object({
    items: z.array(
      z.object({
        smell: z.string().openapi({ example: 'less_for_more' }),
        severity: z.enum(['error', 'warning', 'hint']).openapi({
          description: '`error`: it cannot be meant so. `warning`: look at it. `hint`: good to know.',
        }),
        rule: z.string().nullable(),
        path: z.string().openapi({ example: 'rules.5.points' }),
        text: z.string().openapi({ description: 'What is odd, in English.' }),
        message: z.string().openapi({
          example: 'smell.lessForMore',
          description: 'By it and `params` a screen says the same in its own language.',
        }),
        params,
      }),
    ),
  })
  .openapi('LintedModel')

const tested = z
  .object({
    passed: z.int(),
    failed: z.int(),
    items: z.array(
      z.object({
        name: z.string(),
        because: z.string().nullable(),
        passed: z.boolean(),
        failures: z.array(
          z.object({
            what: z.string().openapi({
              example: 'points.attended_full',
              description: '`score`, `stage`, `grade`, `temperature`, `points.<rule>`; `scoring`: no score came out.',
            }),
            expected: value,
            got: value,
          }),
        ),
        came: z
          .object({
            score: z.number(),
            stage: z.enum(STAGES),
            grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
            temperature: z.enum(['cold', 'warm', 'hot']),
          })
          .nullable()
          .openapi({ description: 'What came out; null where nothing could be scored.' }),
        ledger: z.array(
          z.object({
            rule: z.string(),
            points: z.number(),
            at: moment,
            webinar: z.string().nullable().openapi({ description: 'The id of the webinar in the test.' }),
            reason: z.string(),
            message: z.string(),
            params,
          }),
        ),
      }),
    ),
  })
  .openapi('TestedModel')

export type LintAnswer = z.infer<typeof linted>
export type TestAnswer = z.infer<typeof tested>

const body = { required: false, content: { 'application/json': { schema: z.looseObject({}) } } } as const
const which = 'The model of the body, `{model}` or the model itself; left out: the draft, else the model in force.'

const lint = createRoute({
  method: 'post',
  path: '/api/v1/model/lint',
  tags: ['Model'],
  summary: 'What is odd in a formula',
  description: `${which} Errors first. Also looked at: which sources are connected, and what arrived lately.`,
  request: { body },
  responses: { 200: json(linted, 'Findings'), ...refusals('invalid', 'unauthorized', 'forbidden') },
})

const test = createRoute({
  method: 'post',
  path: '/api/v1/model/test',
  tags: ['Model'],
  summary: 'Run the tests inside a model',
  description: `${which} Nobody stored is looked at.`,
  request: { body },
  responses: { 200: json(tested, 'How each came out'), ...refusals('invalid', 'unauthorized', 'forbidden') },
})

export const lintRoutes = routes()
  .openapi(lint, (c) => c.json(lintModel(c.env.ws, modelGiven(c.req.valid('json'))), 200))
  .openapi(test, (c) => c.json(testModel(c.env.ws, modelGiven(c.req.valid('json'))), 200))

export type LintRoutes = typeof lintRoutes
