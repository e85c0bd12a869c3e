import { createRoute, z } from '@hono/zod-openapi'
import { type ExportedRanking, type ExportQuery, exportInSteps } from '../../workspace/export/people.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import { compiledModel } from '../../workspace/live-models.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { csvDownload } from '../csv-download.ts'
import { json, moment, refusals } from '../documented.ts'
import { xlsxType } from '../xlsx/xlsx-download.ts'
import type { About } from './export/about.ts'
import { keptExport } from './export/kept.ts'
import { lang, languageOf } from './export/language.ts'
import { outlookOf } from './export/outlook.ts'
import { exportProfile, readExportProfile, written } from './export/profiles.ts'
import { rankingName } from './export/ranking-name.ts'
import { rankingXlsx } from './export/ranking-xlsx.ts'
import { webinarId } from './members.ts'
import { rankingFilters } from './ranking-filters.ts'
import { routes } from './routes.ts'

const tags = ['Webinars']

const filters = rankingFilters.extend({
  unsubscribed: z
    .string()
    .optional()
    .openapi({
      enum: ['true', 'false'],
      description:
        'Also who left the mailing list, marked a mail as spam or withdrew consent, with a column that says so; without it they are left out.',
    }),
})

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
    200: { description: 'All rows, streamed', content: { 'text/csv': { schema: z.string() } } },
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
    200: {
      description: 'All rows, streamed',
      content: { [xlsxType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refused,
  },
})

const outlook = z
  .object({
    people: z.int().openapi({ description: 'So many would be in a file of the ranking.' }),
    forCrm: z.int().openapi({ description: 'So many of them have an e-mail address, by which a CRM knows people.' }),
    wantNoMail: z
      .int()
      .openapi({ description: 'So many match the filters and are left out, because they want no mail.' }),
    guarded: z.int().openapi({
      description: 'So many cells get an apostrophe in the files for CRMs, because a spreadsheet could run them.',
    }),
    counted: z.boolean().openapi({ description: 'False: they are more, and were counted no further.' }),
    excluded: z.array(z.object({ filter: z.string(), value: z.string(), people: z.int().nullable() })).openapi({
      description: 'Where nobody is left: how many each filter alone leaves out, as far as that is known.',
    }),
    modelVersion: z.int(),
    asOf: moment,
  })
  .openapi('ExportOutlook')

export type ExportOutlook = z.infer<typeof outlook>

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
    return asAsked(c.req.method, csvDownload(columns(about), rows, rankingName(about, query, profile), csv))
  })
  .openapi(xlsx, async (c) => {
    const { lang: asked, ...query } = c.req.valid('query')
    const language = languageOf(asked, c.req.header('accept-language'))
    const { id } = c.req.valid('param')
    const found = await inSteps(exportInSteps(c.env.ws, id, query, { contacts: true, withEmail: false }))
    const about = aboutOf(c.env.ws, id, query, found)
    const rows = keptExport(c, { ...fileOf(id, query), format: 'xlsx' }, found.rows)
    return asAsked(c.req.method, rankingXlsx(rows, about, { name: rankingName(about, query), language }))
  })
  .openapi(look, async (c) => c.json(await outlookOf(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))

export type ExportRoutes = typeof exportRoutes

/** Who asks for the head alone reads no rows, and the ranking must not wait for them. */
async function asAsked(method: string, file: Response): Promise<Response> {
  if (method === 'HEAD') await file.body?.cancel()
  return method === 'HEAD' ? new Response(null, { headers: file.headers }) : file
}

/** What the log keeps of a file. */
function fileOf(webinar: string, { unsubscribed, ...query }: ExportQuery) {
  return { list: 'ranking', webinar, query: { ...query }, unsubscribed: unsubscribed === 'true' } as const
}

function aboutOf(ws: Workspace, id: string, query: ExportQuery, found: ExportedRanking): About {
  const { unsubscribed, ...narrowed } = query
  const { modelVersion, asOf, leftOut } = found
  return {
    ...topicAndDay(ws, id),
    ...{ modelVersion, asOf, leftOut },
    unsubscribed: unsubscribed === 'true',
    filters: Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : [])),
    calendar: compiledModel(ws, modelVersion).calendar,
  }
}
