import { createRoute, z } from '@hono/zod-openapi'
import { resend, showSends } from '../../workspace/alerts/sends.ts'
import { json, moment, refusals } from '../documented.ts'
import { sendState } from './alert-shape.ts'
import { listedPerson } from './members.ts'
import { routes } from './routes.ts'

const tags = ['Channels']
const id = z.object({ id: z.string() })

const send = z
  .object({
    id: z.string(),
    state: sendState,
    about: z.string(),
    rules: z.array(z.string()),
    people: z.array(listedPerson).openapi({ description: 'The first few of those whom its alerts are about' }),
    peopleCount: z.int(),
    tries: z.int(),
    answer: z.string().nullable(),
    createdAt: moment,
    dueAt: moment,
    endedAt: moment.nullable(),
  })
  .openapi('Send')

export type SendAnswer = z.infer<typeof send>

const sends = createRoute({
  method: 'get',
  path: '/api/v1/channels/{id}/sends',
  tags,
  summary: 'What went out by a channel, or is to, the newest first',
  request: {
    params: id,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(send), nextCursor: z.string().nullable() }), 'A page of sends'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const again = createRoute({
  method: 'post',
  path: '/api/v1/sends/{id}/resend',
  tags,
  summary: 'Send something once more, under its id',
  request: { params: id },
  responses: {
    200: json(send, 'It is on its way'),
    ...refusals('unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

export const sendRoutes = routes()
  .openapi(sends, (c) => c.json(showSends(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))
  .openapi(again, (c) => c.json(resend(c.env.ws, c.req.valid('param').id), 200))

export type SendRoutes = typeof sendRoutes
