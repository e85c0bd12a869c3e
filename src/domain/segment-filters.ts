import { z } from 'zod'
import { GRADES } from './fit.ts'
import { PRESENCES } from './ranking.ts'
import { STAGES } from './stage.ts'
import { strictObject } from './strict-object.ts'

/** What somebody has to do with a webinar: as in its ranking, or registered for it, whether they came or not. */
export const PARTS = [...PRESENCES, 'registered'] as const
export type Part = (typeof PARTS)[number]

const temperatures = ['cold', 'warm', 'hot'] as const
const grades = [...GRADES, 'none'] as const

function someOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z
    .array(z.enum(words))
    .min(1)
    .max(words.length)
    .refine((given) => new Set(given).size === given.length, 'each only once')
}

const text = z.string().trim().min(1).max(200)
const score = z.number().min(-1e9).max(1e9)

/**
 * Which people of a workspace. All that are given must hold; none: everybody. `grade` none: the model asks for no fit.
 * `activeSince` is a moment, `activeWithinDays` ends today; `buying`: `true`, or a topic of the model; `mail`: whether
 * somebody wants any.
 */
export const segmentFilters = strictObject({
  stage: someOf(STAGES).optional(),
  temperature: someOf(temperatures).optional(),
  grade: someOf(grades).optional(),
  minScore: score.optional(),
  maxScore: score.optional(),
  q: text.optional(),
  company: text.optional(),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[^\s@.][^\s@]{0,199}$/, 'expected a domain such as kiwi.example')
    .optional(),
  webinar: z.string().min(1).max(100).optional(),
  attended: z.enum(PARTS).optional(),
  activeSince: z.iso.datetime({ offset: true }).optional(),
  activeWithinDays: z.int().min(1).max(3_650).optional(),
  buying: text.optional(),
  mail: z.enum(['wanted', 'unwanted']).optional(),
}).refine(({ attended, webinar }) => attended === undefined || webinar !== undefined, {
  path: ['webinar'],
  message: 'it is missing: `attended` asks about one webinar',
})

export type SegmentFilters = z.infer<typeof segmentFilters>
