import { z } from 'zod'
import { ModelTestFactSchema, moment, personSchema } from './model-test-fact.ts'
import { STAGES } from './stage.ts'
import { strictObject } from './strict-object.ts'

const text = z.string().min(1)
/** An invented person is short: these bounds only keep a file from standing still the server. */
const MOST_FACTS = 200
const MOST_TESTS = 200

/** A webinar of a test, which ran exactly from `from` to `to`. Kind left out: educational. */
const webinar = strictObject({
  id: text,
  kind: text.optional(),
  topic: text.optional(),
  /** The platform's number of the series. */
  series: text.optional(),
  /** The name of the brand it is held with. */
  partner: text.optional(),
  from: moment,
  to: moment,
}).refine(({ from, to }) => Date.parse(to) > Date.parse(from), { path: ['to'], message: 'must be after `from`' })

/** What must come out; what is left out is not looked at. */
const expectation = strictObject({
  score: z.number().optional(),
  stage: z.enum(STAGES).optional(),
  grade: z.enum(['A', 'B', 'C', 'D']).nullable().optional(),
  temperature: z.enum(['cold', 'warm', 'hot']).optional(),
  /** Rule ids and what each must pay in all. */
  points: z.record(text, z.number()).optional(),
}).refine(
  (expect) => Object.keys(expect).length > 0,
  'expects nothing: give score, stage, grade, temperature or points',
)

/**
 * Given these facts of an invented person, expect this, because: a test that travels with the model, runs in the editor
 * and must pass before the model is published. Moments are ISO 8601 with their offset. `person`: what is known of the
 * person from the first fact on.
 */
export const ModelTestSchema = strictObject({
  name: text,
  /** Why it must be so, in words. */
  because: text.optional(),
  asOf: moment,
  person: personSchema.optional(),
  webinars: z.array(webinar).optional(),
  facts: z.array(ModelTestFactSchema).max(MOST_FACTS),
  expect: expectation,
}).superRefine(({ webinars = [], facts }, context) => {
  const ids = webinars.map(({ id }) => id)
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at)
      context.addIssue({ code: 'custom', path: ['webinars', at, 'id'], message: `twice: ${id}` })
  })
  facts.forEach(({ webinar }, at) => {
    if (webinar === undefined || ids.includes(webinar)) return
    const known = ids.length > 0 ? `expected one of ${ids.join(', ')}` : 'this test has no `webinars`'
    context.addIssue({
      code: 'custom',
      path: ['facts', at, 'webinar'],
      message: `${webinar}: no such webinar; ${known}`,
    })
  })
})

export const ModelTestsSchema = z
  .array(ModelTestSchema)
  .max(MOST_TESTS)
  .refine((tests) => new Set(tests.map(({ name }) => name)).size === tests.length, 'two tests have the same name')

export type ModelTest = z.infer<typeof ModelTestSchema>
export type ModelTestWebinar = z.infer<typeof webinar>
