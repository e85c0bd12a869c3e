import { z } from '@hono/zod-openapi'
import { GRADES } from '../../domain/fit.ts'
import { PARTS } from '../../domain/segment-filters.ts'
import { STAGES } from '../../domain/stage.ts'

const several = 'Several are joined by commas.'

/** What a list of people is narrowed down by. */
export const peopleFilters = z.object({
  stage: z
    .string()
    .optional()
    .openapi({ example: 'mql,sql', description: `${STAGES.join(', ')}. ${several}` }),
  temperature: z
    .string()
    .optional()
    .openapi({ example: 'hot', description: `cold, warm, hot. ${several}` }),
  grade: z
    .string()
    .optional()
    .openapi({
      example: 'A,B',
      description: `Of fit: ${GRADES.join(', ')}; \`none\` where the model asks for no fit. ${several}`,
    }),
  minScore: z.string().optional().openapi({ type: 'number' }),
  maxScore: z.string().optional().openapi({ type: 'number' }),
  q: z.string().optional().openapi({ description: 'Part of a name, an address or a company.' }),
  company: z.string().optional().openapi({ description: 'Part of the name of a company.' }),
  domain: z
    .string()
    .optional()
    .openapi({ example: 'kiwi.example', description: 'Of the address by which somebody is listed, or one above it.' }),
  webinar: z
    .string()
    .optional()
    .openapi({ example: 'w_5f0c2b7a91d3', description: 'Who had anything to do with this webinar.' }),
  attended: z
    .string()
    .optional()
    .openapi({
      enum: ['true', 'false', ...PARTS],
      description:
        'What they did there: as in the ranking of a webinar, and `registered`: registered for it, whether they came or not.',
    }),
  activeSince: z.string().optional().openapi({ format: 'date-time' }),
  activeWithinDays: z
    .string()
    .optional()
    .openapi({ type: 'integer', example: '90', description: 'Active within so many days up to now.' }),
  buying: z
    .string()
    .optional()
    .openapi({ description: '`true`: spoke of buying in any webinar, or in that one; a topic of the model: of that.' }),
  mail: z
    .string()
    .optional()
    .openapi({
      enum: ['wanted', 'unwanted'],
      description: '`unwanted`: left the mailing list, marked a mail as spam or withdrew consent.',
    }),
})
