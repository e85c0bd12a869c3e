import { createRoute, z } from '@hono/zod-openapi'
import { exportLinkPage, readExportLink } from '../../workspace/schedules/link.ts'
import { refusals } from '../documented.ts'
import { peopleCsv, peopleXlsx } from './export/people-files.ts'
import { csvFile, xlsxFile } from './export/streamed.ts'
import { routes } from './routes.ts'

const tags = ['Regular exports']
const params = z.object({ token: z.string() })

export type ExportLinkPage = ReturnType<typeof exportLinkPage>

const page = createRoute({
  method: 'get',
  path: '/exports/{token}',
  tags,
  summary: 'The page of the link of a regular export',
  description:
    'For whoever has the link: it needs no key. It only has a button, so programs that look at links in chats and mails ' +
    'download nothing. 404 where a link leads nowhere, 410 where it ended or was taken back, in words.',
  security: [],
  request: { params },
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
})

const file = createRoute({
  method: 'post',
  path: '/exports/{token}',
  tags,
  summary: 'Download the file of a link',
  description: 'Who matches at this moment, as the file that was asked for. It stands in the log.',
  security: [],
  request: { params },
  responses: {
    200: { ...csvFile, content: { ...csvFile.content, ...xlsxFile.content } },
    ...refusals('not_found', 'conflict', 'too_many', 'unavailable'),
  },
})

/** For everybody who has a link; the front puts the page around what `GET` answers. */
export const scheduledFileRoutes = routes()
scheduledFileRoutes.openAPIRegistry.registerPath(page)
scheduledFileRoutes.openAPIRegistry.registerPath(file)
scheduledFileRoutes.get('/exports/:token', (c) => c.json(exportLinkPage(c.env.ws, c.req.param('token'))))
scheduledFileRoutes.post('/exports/:token', (c) => {
  const { schedule, segment, filters } = readExportLink(c.env.ws, c.req.param('token'))
  const asked = { filters, unsubscribed: String(schedule.unsubscribed) }
  const by = { by: `link of the schedule “${schedule.name}”`, email: null }
  const { file } = schedule
  return file.format === 'csv'
    ? peopleCsv(c, asked, { profile: file.profile, segment, by })
    : peopleXlsx(c, asked, { lang: file.lang, segment, by })
})
