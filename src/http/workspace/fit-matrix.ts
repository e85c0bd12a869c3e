import { createRoute, z } from '@hono/zod-openapi'
import { GRADES } from '../../domain/fit.ts'
import { fitMatrix } from '../../workspace/fit-matrix.ts'
import { json, refusals } from '../documented.ts'
import { temperature } from './members.ts'
import { routes } from './routes.ts'

const answer = z
  .object({
    cells: z.array(z.object({ grade: z.enum(GRADES).nullable(), temperature, people: z.int() })),
    people: z.int().openapi({ description: 'In all cells together.' }),
    leftOut: z.object({ staff: z.int(), disqualified: z.int() }),
    modelVersion: z.int(),
  })
  .openapi('FitMatrix')

export type FitMatrixAnswer = z.infer<typeof answer>

const matrix = createRoute({
  method: 'get',
  path: '/api/v1/people/matrix',
  tags: ['People'],
  summary: 'Fit beside engagement',
  description: 'How many people are of each grade and temperature; the ranking takes both as filters.',
  responses: {
    200: json(answer, 'All cells, the best first; `grade` null where the model asks for no fit'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

export const fitMatrixRoutes = routes().openapi(matrix, async (c) => c.json(await fitMatrix(c.env.ws), 200))

export type FitMatrixRoutes = typeof fitMatrixRoutes
