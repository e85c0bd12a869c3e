import { createRoute, z } from '@hono/zod-openapi'
import { ACT_GROUPS, ACTS, type Told } from '../../domain/audit.ts'
import { listLog, type ShownEntry, wholeLog } from '../../workspace/audit/list.ts'
import { recordTold } from '../../workspace/audit/record.ts'
import { callerHeader } from '../caller.ts'
import { type Column, csvDownload } from '../csv-download.ts'
import { csvProfile, readCsvProfile } from '../csv-profile.ts'
import { readBody } from '../decode.ts'
import { json, moment, refusals, words } from '../documented.ts'
import { fileName } from '../file-name.ts'
import { keptExport } from './export/kept.ts'
import { routes } from './routes.ts'

const tags = ['Team']
const act = z
  .string()
  .optional()
  .openapi({
    description: `One kind of acts (${ACT_GROUPS.join(', ')}), or one act: ${Object.values(ACTS).flat().join(', ')}.`,
  })

const entry = z
  .object({
    id: z.string(),
    at: moment,
    by: z.object({
      name: z.string().openapi({ description: 'A member, `API key` or `command line`.' }),
      email: z.string().nullable(),
      key: z.string().nullable().openapi({ description: 'The end of the API key.', example: '…x3Yz' }),
    }),
    act: z.string().openapi({ example: 'model.published' }),
    details: z.record(z.string(), z.unknown()),
    said: words,
  })
  .openapi('LogEntry')

export type LogEntry = z.infer<typeof entry>

const list = createRoute({
  method: 'get',
  path: '/api/v1/audit',
  tags,
  summary: 'The log: who exported, published, and changed team, keys, sources, alerts and segments',
  request: {
    query: z.object({
      act,
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 500; 50 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(entry), nextCursor: z.string().nullable() }), 'The latest first'),
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/audit.csv',
  tags,
  summary: 'The log as a file',
  description: 'Which stands in the log, too.',
  request: { query: z.object({ act, profile: csvProfile }) },
  responses: {
    200: { description: 'All of it, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

const columns: Column<ShownEntry>[] = [
  ['Time', (row) => row.at],
  ['Who', (row) => row.by.name],
  ['E-mail', (row) => row.by.email],
  ['API key', (row) => row.by.key],
  ['Act', (row) => row.act],
  ['What', (row) => row.said.text],
  ['Details', (row) => JSON.stringify(row.details)],
]

const told = z.array(
  z.object({
    id: z.string(),
    at: z.number(),
    doer: z.object({ by: z.string(), email: z.string().nullable(), key: z.string().nullable().optional() }),
    act: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
)

export const auditRoutes = routes()
  .openapi(list, (c) => {
    const { items, nextCursor } = listLog(c.env.ws, c.req.valid('query'))
    return c.json({ items: items as unknown as LogEntry[], nextCursor }, 200)
  })
  .openapi(csv, (c) => {
    const { profile: asked, ...query } = c.req.valid('query')
    const profile = readCsvProfile(asked)
    listLog(c.env.ws, query)
    const rows = keptExport(c, { list: 'log', format: 'csv', profile, query }, wholeLog(c.env.ws, query))
    return csvDownload(columns, rows, fileName(['log', query.act]), profile)
  })

export type AuditRoutes = typeof auditRoutes

/** What the directory did in the name of this workspace; the front routes nothing from outside to this path. */
export const toldRoutes = routes().put('/told', async (c) => {
  if (c.req.header(callerHeader) !== 'local') return c.notFound()
  recordTold(c.env.ws, (await readBody(c.req.raw, told)) as Told[])
  return c.body(null, 204)
})
