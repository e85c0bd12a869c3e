import { z } from '@hono/zod-openapi'
import { STAGES } from '../../domain/stage.ts'
import { moment } from '../documented.ts'
import { temperature } from './members.ts'

const text = z.string().nullable()

const listed = z
  .object({
    id: z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' }),
    email: text,
    name: text,
    company: text,
    jobTitle: text,
    score: z.number(),
    grade: text,
    stage: z.enum(STAGES),
    temperature,
    velocity: z.number(),
    lastActivityAt: moment.nullable(),
    wantsNoMail: z.boolean(),
  })
  .openapi('ListedPerson')

export type PersonListed = z.infer<typeof listed>

/** A page of a list of people. */
export const peoplePage = z
  .object({
    items: z.array(listed),
    nextCursor: z.string().nullable(),
    matching: z.int().nullable().openapi({
      description: 'How many match; null behind the first page, and where counting them would take long.',
    }),
    modelVersion: z.int(),
  })
  .openapi('People')

export type PeoplePage = z.infer<typeof peoplePage>

/** How much of a list is asked for. */
export const pageQuery = {
  limit: z.string().optional().openapi({ type: 'integer', description: '1 to 500; 50 when left out.' }),
  cursor: z.string().optional(),
}
