import { z } from '@hono/zod-openapi'
import { GRADES } from '../../domain/fit.ts'
import { FUNNEL_STEPS } from '../../domain/funnel.ts'
import { ORDERS, PRESENCES } from '../../domain/ranking.ts'
import { STAGES } from '../../domain/stage.ts'
import { askedMoment } from './members.ts'

/** What a ranking is narrowed down and ordered by, and as of when it is. */
export const rankingFilters = z.object({
  stage: z
    .string()
    .optional()
    .openapi({ enum: [...STAGES] }),
  reached: z
    .string()
    .optional()
    .openapi({
      enum: [...FUNNEL_STEPS],
      description: 'Counted in this step of the funnel: took part, and is there or beyond.',
    }),
  temperature: z
    .string()
    .optional()
    .openapi({ enum: ['cold', 'warm', 'hot'] }),
  grade: z
    .string()
    .optional()
    .openapi({ enum: [...GRADES, 'none'], description: 'Grade of fit; `none` where the model asks for no fit.' }),
  attended: z
    .string()
    .optional()
    .openapi({
      enum: ['true', 'false', ...PRESENCES],
      description:
        'In the room live or not; `replay`: on demand only; `watched`: on demand, whether live too or not; `no_show`: registered and did not come.',
    }),
  minScore: z.string().optional().openapi({ type: 'number' }),
  q: z.string().optional().openapi({ description: 'Part of a name, an address or a company.' }),
  buying: z.string().optional().openapi({
    description: '`true`: spoke of buying in this webinar; a topic of the model: of that.',
    example: 'price',
  }),
  sort: z
    .string()
    .optional()
    .openapi({ enum: [...ORDERS], description: 'Points in this webinar first, or the score.' }),
  ...askedMoment,
})
