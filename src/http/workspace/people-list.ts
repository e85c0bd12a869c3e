import { createRoute, z } from '@hono/zod-openapi'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { lookedAtPeopleInSteps } from '../../workspace/export/listed.ts'
import { findPeopleInSteps } from '../../workspace/find-people.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { type PeopleFilterQuery, readPeopleFilters } from '../../workspace/people/filters.ts'
import { checkMentioned } from '../../workspace/people/search.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { json, refusals } from '../documented.ts'
import { lang } from './export/language.ts'
import { outlookNeeds, outlookOf } from './export/outlook.ts'
import { outlook } from './export/outlook-shape.ts'
import { peopleCsv, peopleXlsx } from './export/people-files.ts'
import { exportProfile } from './export/profiles.ts'
import { csvFile, xlsxFile } from './export/streamed.ts'
import { unsubscribed } from './export/unsubscribed.ts'
import { peopleFilters } from './people-filters.ts'
import { pageQuery, peoplePage } from './people-shape.ts'
import { routes } from './routes.ts'

const tags = ['People']
const refused = refusals('invalid', 'unauthorized', 'forbidden', 'conflict')

const list = createRoute({
  method: 'get',
  path: '/api/v1/people',
  tags,
  summary: 'The people of the workspace, those with the highest score first',
  request: {
    query: peopleFilters.extend({
      email: z
        .string()
        .optional()
        .openapi({ example: 'dana@kiwi.example', description: 'Who has this address: one person or none.' }),
      ...pageQuery,
    }),
  },
  responses: { 200: json(peoplePage, 'A page of who matches, by score, then by e-mail and id'), ...refused },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/people.csv',
  tags,
  summary: 'The people as a file',
  description: 'Of nobody it is refused with 409, as the file of a ranking is.',
  request: { query: peopleFilters.extend({ unsubscribed, profile: exportProfile }) },
  responses: { 200: csvFile, ...refused },
})

const xlsx = createRoute({
  method: 'get',
  path: '/api/v1/people.xlsx',
  tags,
  summary: 'The people as a workbook',
  request: { query: peopleFilters.extend({ unsubscribed, lang }) },
  responses: { 200: xlsxFile, ...refused },
})

const look = createRoute({
  method: 'get',
  path: '/api/v1/people/export',
  tags,
  summary: 'Who would be in a file of the people, before it is made',
  request: { query: peopleFilters.extend({ unsubscribed }) },
  responses: { 200: json(outlook, 'How many, and who would be left out'), ...refused },
})

export const peopleListRoutes = routes()
  .openapi(list, async (c) => c.json(await inSteps(findPeopleInSteps(c.env.ws, c.req.valid('query'))), 200))
  .openapi(csv, (c) => {
    const { profile, unsubscribed, ...query } = c.req.valid('query')
    return peopleCsv(c, { filters: filtersOf(c.env.ws, query), unsubscribed }, { profile, segment: null })
  })
  .openapi(xlsx, (c) => {
    const { lang, unsubscribed, ...query } = c.req.valid('query')
    return peopleXlsx(c, { filters: filtersOf(c.env.ws, query), unsubscribed }, { lang, segment: null })
  })
  .openapi(look, async (c) => {
    const { unsubscribed, ...query } = c.req.valid('query')
    const asked = { filters: filtersOf(c.env.ws, query), unsubscribed }
    return c.json(await outlookOf(lookedAtPeopleInSteps(c.env.ws, asked, outlookNeeds)), 200)
  })

export type PeopleListRoutes = typeof peopleListRoutes

function filtersOf(ws: Workspace, query: PeopleFilterQuery): SegmentFilters {
  const filters = readPeopleFilters(query)
  checkMentioned(ws, filters)
  return filters
}
