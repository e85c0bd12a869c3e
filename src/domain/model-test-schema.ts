import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })

/** What must come out for an invented person: a test that travels with the model and is run before it is published. */
export const ModelTestSchema = z.strictObject({
  name: z.string().min(1),
  /** Why it must be so, in words. */
  because: z.string().optional(),
  asOf: moment,
  webinars: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        kind: z.string().default('educational'),
        topic: z.string().optional(),
        series: z.string().optional(),
        partner: z.string().optional(),
        from: moment,
        to: moment,
      }),
    )
    .default([]),
  facts: z.array(
    z.strictObject({
      type: z.string(),
      at: moment,
      webinar: z.string().optional(),
      data: z.looseObject({}).default({}),
      profile: z.looseObject({}).optional(),
    }),
  ),
  expect: z.strictObject({
    score: z.number().optional(),
    stage: z.string().optional(),
    grade: z.enum(['A', 'B', 'C', 'D']).optional(),
    /** Rule ids and what each must pay in all. */
    points: z.record(z.string(), z.number()).optional(),
  }),
})

export type ModelTest = z.infer<typeof ModelTestSchema>
