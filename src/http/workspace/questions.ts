import { createRoute, z } from '@hono/zod-openapi'
import { QUESTION_ORDERS } from '../../domain/questions.ts'
import { PLACES_SAID } from '../../domain/said.ts'
import { STAGES } from '../../domain/stage.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { allQuestions, questions } from '../../workspace/questions.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import { csvProfile, readCsvProfile } from '../csv-profile.ts'
import { json, moment, refusals } from '../documented.ts'
import { keptExport } from './export/kept.ts'
import { temperature, webinarId } from './members.ts'
import { questionsCsv, questionsName } from './questions-csv.ts'
import { routes } from './routes.ts'
import { said } from './said-shape.ts'

const text = z.string().nullable()

const question = said
  .extend({
    fact: z.string(),
    at: moment,
    second: z.number().nullable().openapi({ description: 'Of the live time; null: not while the webinar ran.' }),
    person: z
      .object({
        ...{ id: z.string(), email: text, name: text, company: text, jobTitle: text },
        ...{ score: z.number(), grade: text, stage: z.enum(STAGES), temperature },
      })
      .nullable()
      .openapi({ description: 'Null: nobody knows who it was.' }),
    shownName: text.openapi({ description: 'The name shown in the room by somebody of whom nothing else is known.' }),
    staff: z.boolean(),
  })
  .openapi('Question')

export type QuestionRow = z.infer<typeof question>

const page = z
  .object({
    items: z.array(question),
    total: z.int().openapi({ description: 'How many match.' }),
    counts: z
      .object({
        all: z.int(),
        buying: z.int(),
        where: z.array(z.object({ where: z.enum(PLACES_SAID), count: z.int() })),
        topics: z.array(z.object({ topic: z.string(), count: z.int() })),
        staff: z.int().openapi({ description: 'So much was said by hosts, panelists and staff.' }),
      })
      .openapi({ description: 'Of all of this webinar, whatever is asked for; every topic of the model is there.' }),
    complete: z.boolean().openapi({ description: 'False: of more than 50,000 only the latest were looked at.' }),
    nextCursor: text,
    modelVersion: z.int(),
    asOf: moment,
  })
  .openapi('Questions')

export type QuestionsAnswer = z.infer<typeof page>

const filters = z.object({
  topic: z.string().optional().openapi({ description: 'About this topic of buying.', example: 'price' }),
  buying: z
    .string()
    .optional()
    .openapi({ enum: ['true', 'false'], description: '`true`: about buying alone.' }),
  where: z
    .string()
    .optional()
    .openapi({ enum: [...PLACES_SAID] }),
  q: z.string().optional().openapi({ description: 'Part of what was said, asked or answered, or of a name.' }),
  staff: z
    .string()
    .optional()
    .openapi({ enum: ['true', 'false'], description: '`true`: what hosts, panelists and staff said as well.' }),
  sort: z
    .string()
    .optional()
    .openapi({ enum: [...QUESTION_ORDERS], description: 'By score: of who asked, the highest first.' }),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/questions',
  tags: ['Webinars'],
  summary: 'What people asked and wrote, and what of it is about buying',
  description:
    'Everybody’s own words about a webinar: questions, chat, open answers to polls and surveys, feedback, and what they wrote ' +
    'into the registration form. What is about buying is found by the words of the model (`buyingWords`).',
  request: {
    params: webinarId,
    query: filters.extend({
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 1,000; 100 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(page, 'A page, in the order asked for'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/questions.csv',
  tags: ['Webinars'],
  summary: 'What people asked and wrote, as a file',
  request: { params: webinarId, query: filters.extend({ profile: csvProfile }) },
  responses: {
    200: { description: 'All that match, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const questionRoutes = routes()
  .openapi(list, async (c) =>
    c.json(await inSteps(questions(c.env.ws, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(csv, async (c) => {
    const { profile: asked, ...query } = c.req.valid('query')
    const profile = readCsvProfile(asked)
    const { id } = c.req.valid('param')
    const found = await inSteps(allQuestions(c.env.ws, id, query))
    const rows = keptExport(c, { list: 'questions', webinar: id, format: 'csv', profile, query }, found)
    return questionsCsv(rows, questionsName(topicAndDay(c.env.ws, id), query, profile), profile)
  })

export type QuestionRoutes = typeof questionRoutes
