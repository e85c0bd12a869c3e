import { createRoute, z } from '@hono/zod-openapi'
import { GRADES } from '../../domain/fit.ts'
import { FUNNEL_STEPS } from '../../domain/funnel.ts'
import { ORDERS, PRESENCES } from '../../domain/ranking.ts'
import { STAGES } from '../../domain/stage.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { rankingInSteps, rankingRowsInSteps } from '../../workspace/ranking.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import { csvProfile, readCsvProfile } from '../csv-profile.ts'
import { json, moment, refusals } from '../documented.ts'
import { askedMoment, attended, engagement, knownAt, listedPerson, temperature, webinarId } from './members.ts'
import { rankingCsv, rankingName } from './ranking-csv.ts'
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

const filters = z.object({
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

const list = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking',
  tags: ['Webinars'],
  summary: 'The hottest people of a webinar',
  request: {
    params: webinarId,
    query: filters.extend({
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

const csv = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking.csv',
  tags: ['Webinars'],
  summary: 'The ranking as a file',
  request: {
    params: webinarId,
    query: filters.extend({ profile: csvProfile }),
  },
  responses: {
    200: { description: 'All rows, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const rankingRoutes = routes()
  .openapi(list, async (c) =>
    c.json(await inSteps(rankingInSteps(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(csv, async (c) => {
    const { profile: asked, ...query } = c.req.valid('query')
    const profile = readCsvProfile(asked)
    const { id } = c.req.valid('param')
    const { ws } = c.env
    const name = rankingName(topicAndDay(ws, id), query, profile)
    return rankingCsv(await inSteps(rankingRowsInSteps(ws, id, query)), name, profile)
  })

export type RankingRoutes = typeof rankingRoutes
