import { createRoute, z } from '@hono/zod-openapi'
import { record } from '../../workspace/audit/record.ts'
import { gatheredBefore, gathering } from '../../workspace/reconciliation/job.ts'
import { Lists } from '../../workspace/reconciliation/lists.ts'
import { showSheet } from '../../workspace/reconciliation/show-sheet.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { json, refusals } from '../documented.ts'
import { jobAnswer, running } from '../job-answer.ts'
import { authorOf } from './access.ts'
import { webinarId } from './members.ts'
import { sheetCsv } from './reconciliation-csv.ts'
import {
  clash,
  comparedPerson,
  dialIn,
  guest,
  listAnswer,
  listRequest,
  sheet,
  staffMember,
  tie,
} from './reconciliation-shape.ts'
import { routes } from './routes.ts'

const show = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/reconciliation',
  tags: ['Reconciliation'],
  summary: 'What is known of a webinar’s attendance, from where, and whether it is final',
  description:
    'With the first page of each list; the others go on by the `id` of the sheet, which is given again while nothing has changed.',
  request: { params: webinarId },
  responses: {
    200: json(z.object({ state: z.literal('done'), id: z.string(), result: sheet }), 'The sheet'),
    202: json(running, 'Still being worked out: ask again'),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/reconciliation.csv',
  tags: ['Reconciliation'],
  summary: 'The whole sheet as a file to sign',
  request: { params: webinarId },
  responses: {
    200: { description: 'Streamed', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

const list = <Path extends string, Item extends z.ZodType>(path: Path, item: Item, summary: string) =>
  createRoute({
    method: 'get' as const,
    path: `/api/v1/webinars/{id}/reconciliation/{sheet}/${path}` as const,
    tags: ['Reconciliation'],
    summary,
    request: listRequest,
    responses: listAnswer(item, 'A page of it'),
  })

const people = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/reconciliation/{sheet}/people',
  tags: ['Reconciliation'],
  summary: 'Webhooks against the report, person by person',
  request: {
    ...listRequest,
    query: listRequest.query.extend({
      only: z
        .string()
        .optional()
        .openapi({ enum: ['differences'], description: 'Those who differ by more than 60 s.' }),
    }),
  },
  responses: listAnswer(comparedPerson, 'The largest difference first'),
})

export const reconciliationRoutes = routes()
  .openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const answer = await jobAnswer(gathering(c.env.ws, id))
    if (answer.state === 'running') return c.json(answer, 202)
    return c.json({ ...answer, result: showSheet(c.env.ws, id, answer.result) }, 200)
  })
  .openapi(csv, async (c) => {
    const { id } = c.req.valid('param')
    const job = gathering(c.env.ws, id)
    await job.ended
    if (job.error !== null) throw job.error
    if (c.req.method !== 'HEAD') {
      const details = { list: 'reconciliation', webinar: id, format: 'csv', filters: {}, people: null } as const
      record(c.env.ws, authorOf(c), { act: 'export.made', details })
    }
    return sheetCsv(c.env.ws, id, job.result!)
  })
  .openapi(people, (c) => c.json(listsOf(c.env.ws, c.req.valid('param')).people(c.req.valid('query')), 200))
  .openapi(list('unidentified', guest, 'Of whom nobody knows who they are'), (c) =>
    c.json(listsOf(c.env.ws, c.req.valid('param')).unidentified(c.req.valid('query')), 200),
  )
  .openapi(list('clashes', clash, 'Names that several people bear'), (c) =>
    c.json(listsOf(c.env.ws, c.req.valid('param')).clashes(c.req.valid('query')), 200),
  )
  .openapi(list('dial-ins', dialIn, 'Telephones'), (c) =>
    c.json(listsOf(c.env.ws, c.req.valid('param')).dialIns(c.req.valid('query')), 200),
  )
  .openapi(list('staff', staffMember, 'Who is not counted as an attendee, and why'), (c) =>
    c.json(listsOf(c.env.ws, c.req.valid('param')).staff(c.req.valid('query')), 200),
  )
  .openapi(list('ties', tie, 'Of whom somebody said who they are'), (c) =>
    c.json(listsOf(c.env.ws, c.req.valid('param')).ties(c.req.valid('query')), 200),
  )

export type ReconciliationRoutes = typeof reconciliationRoutes

function listsOf(ws: Workspace, { id, sheet }: { id: string; sheet: string }): Lists {
  return new Lists(ws, id, gatheredBefore(ws, id, sheet))
}
