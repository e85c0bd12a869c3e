import { createRoute } from '@hono/zod-openapi'
import {
  type ExportedRanking,
  type ExportQuery,
  exportInSteps,
  lookedAtInSteps,
} from '../../workspace/export/people.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { compiledModel } from '../../workspace/live-models.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { csvDownload } from '../csv-download.ts'
import { json, refusals } from '../documented.ts'
import type { About } from './export/about.ts'
import { asAsked } from './export/as-asked.ts'
import { keptExport } from './export/kept.ts'
import { lang, languageOf } from './export/language.ts'
import { listXlsx } from './export/list-xlsx.ts'
import { outlookNeeds, outlookOf } from './export/outlook.ts'
import { outlook } from './export/outlook-shape.ts'
import { exportProfile, rankedList, readExportProfile, written } from './export/profiles.ts'
import { rankingName } from './export/ranking-name.ts'
import { csvFile, xlsxFile } from './export/streamed.ts'
import { unsubscribed } from './export/unsubscribed.ts'
import { webinarId } from './members.ts'
import { rankingFilters } from './ranking-filters.ts'
import { routes } from './routes.ts'

const tags = ['Webinars']

const filters = rankingFilters.extend({ unsubscribed })

const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict')

const csv = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking.csv',
  tags,
  summary: 'The ranking as a file',
  description:
    'Where nobody would be in it the answer is 409: `filters` says how many of all `people` each filter leaves out, `wantNoMail` and `withoutEmail` how many of those who match.',
  request: { params: webinarId, query: filters.extend({ profile: exportProfile }) },
  responses: {
    200: csvFile,
    ...refused,
  },
})

const xlsx = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking.xlsx',
  tags,
  summary: 'The ranking as a workbook',
  description: 'A sheet with the people, and one that says what the file is. Of nobody it is refused as the CSV is.',
  request: { params: webinarId, query: filters.extend({ lang }) },
  responses: {
    200: xlsxFile,
    ...refused,
  },
})

const look = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/ranking/export',
  tags,
  summary: 'Who would be in a file of the ranking, before it is made',
  request: { params: webinarId, query: filters },
  responses: { 200: json(outlook, 'How many, and who would be left out'), ...refused },
})

export const exportRoutes = routes()
  .openapi(csv, async (c) => {
    const { profile: asked, ...query } = c.req.valid('query')
    const profile = readExportProfile(asked)
    const { id } = c.req.valid('param')
    const { ws } = c.env
    const { csv, needs, columns } = written[profile]
    const found = await inSteps(exportInSteps(ws, id, query, needs))
    const about = aboutOf(ws, id, query, found)
    const rows = keptExport(c, { ...fileOf(id, query), format: 'csv', profile }, found.rows)
    const name = rankingName(about, query, profile)
    return asAsked(c.req.method, csvDownload(columns(about, rankedList), rows, name, csv))
  })
  .openapi(xlsx, async (c) => {
    const { lang: asked, ...query } = c.req.valid('query')
    const language = languageOf(asked, c.req.header('accept-language'))
    const { id } = c.req.valid('param')
    const found = await inSteps(exportInSteps(c.env.ws, id, query, { contacts: true, withEmail: false }))
    const about = aboutOf(c.env.ws, id, query, found)
    const rows = keptExport(c, { ...fileOf(id, query), format: 'xlsx' }, found.rows)
    const name = rankingName(about, query)
    return asAsked(c.req.method, listXlsx(rows, about, { name, language, list: rankedList }))
  })
  .openapi(look, async (c) =>
    c.json(
      await outlookOf(lookedAtInSteps(c.env.ws, c.req.valid('param').id, c.req.valid('query'), outlookNeeds)),
      200,
    ),
  )

export type ExportRoutes = typeof exportRoutes

/** What the log keeps of a file. */
function fileOf(webinar: string, { unsubscribed, ...query }: ExportQuery) {
  return { list: 'ranking', webinar, query: { ...query }, unsubscribed: unsubscribed === 'true' } as const
}

function aboutOf(ws: Workspace, id: string, query: ExportQuery, found: ExportedRanking): About {
  const { unsubscribed, ...narrowed } = query
  const { modelVersion, asOf, leftOut } = found
  return {
    of: 'ranking',
    ...topicAndDay(ws, id),
    ...{ modelVersion, asOf, leftOut },
    unsubscribed: unsubscribed === 'true',
    filters: Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : [])),
    calendar: compiledModel(ws, modelVersion).calendar,
  }
}
