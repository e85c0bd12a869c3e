import { createRoute, z } from '@hono/zod-openapi'
import { STAGES } from '../../domain/stage.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { rankingInSteps } from '../../workspace/ranking.ts'
import { json, moment, refusals } from '../documented.ts'
import { attended, engagement, knownAt, listedPerson, temperature, webinarId } from './members.ts'
import { rankingFilters } from './ranking-filters.ts'
import { routes } from './routes.ts'

export const row = z
  .object({
    rank: z.int(),
    person: listedPerson,
    score: z.number(),
    webinarPoints: z.number(),
    grade: z.string().nullable(),
    stage: z.enum(STAGES),
    temperature,
    velocity: z.number(),
    attendance: attended,
    ...engagement,
    lastActivityAt: moment.nullable(),
  })
  .openapi('RankingRow')

export type RankingRow = z.infer<typeof row>

const page = z
  .object({
    items: z.array(row),
    total: z.int().nullable(),
    atLeast: z.int(),
    matching: z.int().nullable().openapi({
      description: 'How many match the filters; null where the ranking is so long that counting them would take long.',
    }),
    nextCursor: z.string().nullable(),
    modelVersion: z.int(),
    asOf: moment,
    knownAt,
  })
  .openapi('Ranking', {
    description: '`from`, `to` and `at` are seconds of the live time. With filters `total` is null.',
  })

export type RankingPage = z.infer<typeof page>

const list = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking',
  tags: ['Webinars'],
  summary: 'The hottest people of a webinar',
  request: {
    params: webinarId,
    query: rankingFilters.extend({
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 1,000; 50 when left out.' }),
      cursor: z.string().optional(),
      offset: z.string().optional().openapi({ type: 'integer' }),
    }),
  },
  responses: {
    200: json(page, 'A page of the ranking'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const rankingRoutes = routes().openapi(list, async (c) =>
  c.json(await inSteps(rankingInSteps(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
)

export type RankingRoutes = typeof rankingRoutes
