import { createRoute, z } from '@hono/zod-openapi'
import { inSteps } from '../../workspace/in-steps.ts'
import { peoplePageInSteps } from '../../workspace/people/page.ts'
import { needSegment } from '../../workspace/segments.ts'
import { json, refusals } from '../documented.ts'
import { lang } from './export/language.ts'
import { peopleCsv, peopleXlsx } from './export/people-files.ts'
import { exportProfile } from './export/profiles.ts'
import { csvFile, xlsxFile } from './export/streamed.ts'
import { unsubscribed } from './export/unsubscribed.ts'
import { pageQuery, peoplePage } from './people-shape.ts'
import { routes } from './routes.ts'
import { segmentId } from './segment-shape.ts'

const tags = ['Segments']
const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict')

const list = createRoute({
  method: 'get',
  path: '/api/v1/segments/{id}/people',
  tags,
  summary: 'The people of a segment',
  request: { params: segmentId, query: z.object(pageQuery) },
  responses: { 200: json(peoplePage, 'As the list of people is'), ...refused },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/segments/{id}/people.csv',
  tags,
  summary: 'The people of a segment as a file',
  request: { params: segmentId, query: z.object({ unsubscribed, profile: exportProfile }) },
  responses: { 200: csvFile, ...refused },
})

const xlsx = createRoute({
  method: 'get',
  path: '/api/v1/segments/{id}/people.xlsx',
  tags,
  summary: 'The people of a segment as a workbook',
  request: { params: segmentId, query: z.object({ unsubscribed, lang }) },
  responses: { 200: xlsxFile, ...refused },
})

export const segmentPeopleRoutes = routes()
  .openapi(list, async (c) => {
    const { filters } = needSegment(c.env.ws, c.req.valid('param').id)
    return c.json(await inSteps(peoplePageInSteps(c.env.ws, filters, c.req.valid('query'))), 200)
  })
  .openapi(csv, (c) => {
    const { name, filters } = needSegment(c.env.ws, c.req.valid('param').id)
    const { profile, unsubscribed } = c.req.valid('query')
    return peopleCsv(c, { filters, unsubscribed }, { profile, segment: name })
  })
  .openapi(xlsx, (c) => {
    const { name, filters } = needSegment(c.env.ws, c.req.valid('param').id)
    const { lang, unsubscribed } = c.req.valid('query')
    return peopleXlsx(c, { filters, unsubscribed }, { lang, segment: name })
  })
