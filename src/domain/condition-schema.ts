import { z } from 'zod'

const texts = z.array(z.string().min(1)).min(1)

/**
 * What is asked of one characteristic: `country`, `jobTitle`, `role` (see roles), `company`, `industry`, `employees`, or
 * the name of a form question. Without a bound: that an answer is known at all.
 */
export const AttributeSchema = z
  .strictObject({
    attribute: z.string().min(1),
    oneOf: texts.optional(),
    contains: texts.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, '`min` may not be above `max`')

/** Visits of the site as of a moment. `withinDays`: counted back from it; `pageGroup`: only visits of such a page. */
export const VisitsSchema = z.strictObject({
  withinDays: z.number().positive().optional(),
  /** So many visits. */
  count: z.int().positive().default(1),
  /** Each of them so long at least. */
  seconds: z.number().positive().optional(),
  pageGroup: z.string().optional(),
  /** So long on pages of the group in all. */
  secondsOnPages: z.number().positive().optional(),
})

export type AttributeTest = z.infer<typeof AttributeSchema>
export type VisitsTest = z.infer<typeof VisitsSchema>

/** Asks only who somebody is, never what they did: what a rule may depend on. */
export type Who = { all: Who[] } | { any: Who[] } | { not: Who } | AttributeTest

/** Asks anything of a person and their score: what a threshold may be. Numbers are reached from them on. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { score: number }
  | { grade: 'A' | 'B' | 'C' | 'D' }
  | { paid: string }
  | { visits: VisitsTest }
  | AttributeTest

export const WhoSchema: z.ZodType<Who> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(WhoSchema).min(1) }),
    z.strictObject({ any: z.array(WhoSchema).min(1) }),
    z.strictObject({ not: WhoSchema }),
    AttributeSchema,
  ]),
)

export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ConditionSchema).min(1) }),
    z.strictObject({ any: z.array(ConditionSchema).min(1) }),
    z.strictObject({ not: ConditionSchema }),
    z.strictObject({ score: z.number() }),
    z.strictObject({ grade: z.enum(['A', 'B', 'C', 'D']) }),
    z.strictObject({ paid: z.string() }),
    z.strictObject({ visits: VisitsSchema }),
    AttributeSchema,
  ]),
)
