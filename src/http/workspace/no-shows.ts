import { createRoute, z } from '@hono/zod-openapi'
import { inSteps } from '../../workspace/in-steps.ts'
import { allNoShowsInSteps, type NoShow, noShowsInSteps, wantsAll } from '../../workspace/replay/no-shows.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import { addressOf } from '../address.ts'
import { type Column, csvDownload, shareIn } from '../csv-download.ts'
import { csvProfile, readCsvProfile } from '../csv-profile.ts'
import { json, moment, refusals } from '../documented.ts'
import { fileName } from '../file-name.ts'
import { keptExport } from './export/kept.ts'
import { listedPerson, replayEvidence, stretches, webinarId } from './members.ts'
import { routes } from './routes.ts'

const tags = ['On demand']

const noShow = z
  .object({
    person: listedPerson,
    score: z.number(),
    link: z.string().nullable().openapi({
      description: "The person's own link to the replay; null while none is set.",
      example: 'https://ripen.example/watch/3f9d2c81a0b4.2-1c-5f0c2b7a91d30b6f1c9d2e7a',
    }),
    openedAt: moment.nullable(),
    watched: z
      .object({
        seconds: z.number(),
        share: z.number().nullable().openapi({ description: 'Of the media; null where its length is not known.' }),
        evidence: replayEvidence.unwrap(),
        mediaSeconds: z.number().nullable(),
        intervals: stretches.openapi({ description: 'In seconds of the media, as far as they are known.' }),
        lastAt: moment,
      })
      .nullable(),
    unsubscribed: z.boolean(),
  })
  .openapi('NoShow')

export type NoShowRow = z.infer<typeof noShow>

const asked = {
  includeUnsubscribed: z
    .string()
    .optional()
    .openapi({
      enum: ['true', 'false'],
      description: 'Also who left the mailing list or withdrew consent; without it they are left out.',
    }),
}

const list = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/no-shows',
  tags,
  summary: 'Who registered and did not come, each with a link to the replay',
  request: {
    params: webinarId,
    query: z.object({
      ...asked,
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 200; 50 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(noShow),
        leftOut: z.int().openapi({ description: 'So many between these want no mail and are left out.' }),
        nextCursor: z.string().nullable(),
      }),
      'In the order of the ranking',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const csv = createRoute({
  method: 'get',
  path: '/api/v1/webinars/{id}/no-shows.csv',
  tags,
  summary: 'The no-shows with their links as a file',
  request: {
    params: webinarId,
    query: z.object({
      ...asked,
      profile: csvProfile,
    }),
  },
  responses: {
    200: { description: 'All rows, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const columns: Column<NoShow>[] = [
  ['E-mail', (row) => row.person.email],
  ['Name', (row) => row.person.name],
  ['Company', (row) => row.person.company],
  ['Job title', (row) => row.person.jobTitle],
  ['Link', (row) => row.link],
  ['Opened', (row) => row.openedAt],
  ['On-demand seconds', (row) => row.watched?.seconds ?? 0],
  ['Share watched', ({ watched }, profile) => shareIn(profile, watched?.share ?? null)],
  ['On-demand evidence', (row) => row.watched?.evidence ?? null],
  ['Last watched', (row) => row.watched?.lastAt ?? null],
  ['Score', (row) => row.score],
  ['Person', (row) => row.person.id],
]
const unsubscribed: Column<NoShow> = ['Unsubscribed', (row) => (row.unsubscribed ? 'yes' : 'no')]

export const noShowRoutes = routes()
  .openapi(list, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await inSteps(noShowsInSteps(c.env.ws, id, c.req.valid('query'), addressOf(c.req.raw))), 200)
  })
  .openapi(csv, async (c) => {
    const { profile: asked, ...query } = c.req.valid('query')
    const profile = readCsvProfile(asked)
    const { id } = c.req.valid('param')
    const { topic, day } = topicAndDay(c.env.ws, id)
    const name = fileName([topic || 'webinar', day, 'no-shows', profile === 'crm' ? 'crm' : null])
    const found = await inSteps(allNoShowsInSteps(c.env.ws, id, query, addressOf(c.req.raw)))
    const file = { list: 'no_shows', webinar: id, format: 'csv', profile, unsubscribed: wantsAll(query) } as const
    const rows = keptExport(c, { ...file, query: {} }, found)
    return csvDownload(wantsAll(query) ? [...columns, unsubscribed] : columns, rows, name, profile)
  })

export type NoShowRoutes = typeof noShowRoutes
