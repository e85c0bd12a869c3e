import { createRoute, z } from '@hono/zod-openapi'
import { findPeople } from '../../workspace/find-people.ts'
import { showPerson } from '../../workspace/show-person.ts'
import { json, moment, refusals } from '../documented.ts'
import type { WorkspaceRoutes } from './app.ts'
import { asOf } from './webinars.ts'

const id = z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' })
const text = z.string().nullable()

const listed = z
  .object({
    id,
    email: text,
    name: text,
    company: text,
    jobTitle: text,
    score: z.number(),
    grade: text,
    stage: z.string(),
    temperature: z.string(),
    velocity: z.number(),
  })
  .openapi('ListedPerson')

const person = z
  .object({
    id,
    email: text,
    name: text,
    company: text,
    jobTitle: text,
    country: text,
    phone: text,
    industry: text,
    employees: z.number().nullable(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    addresses: z.array(z.string()),
  })
  .openapi('Person')

const line = z.object({
  rule: z.string(),
  points: z.number(),
  at: moment,
  webinarId: text,
  reason: z.string().openapi({ description: 'A sentence; `message` and `params` are what a screen translates.' }),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  facts: z.array(z.string()),
})

const scorecard = z
  .object({
    score: z.number(),
    webinarPoints: z.record(z.string(), z.number()),
    stage: z.string(),
    grade: text,
    temperature: z.string(),
    velocity: z.number(),
    surge: z.boolean(),
    warnings: z.array(z.string()),
    brandSeconds: z.number(),
    lastActivityAt: moment.nullable(),
    changesAt: moment.nullable(),
    ledger: z.array(line),
    modelVersion: z.int(),
    asOf: moment,
  })
  .openapi('Scorecard')

const happened = z.object({
  fact: z.string(),
  type: z.string(),
  at: moment,
  webinarId: text,
  data: z.looseObject({}),
})

const find = createRoute({
  method: 'get',
  path: '/api/v1/people',
  tags: ['People'],
  summary: 'Find a person',
  request: {
    query: z.object({
      email: z.string().optional().openapi({ example: 'dana@kiwi.example' }),
      limit: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(
      z.object({ items: z.array(listed), nextCursor: z.string().nullable() }),
      'Everybody, or who has this address',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}',
  tags: ['People'],
  summary: 'A person with score, ledger and timeline',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ asOf, model: z.string().optional().openapi({ description: 'Version of the scoring model.' }) }),
  },
  responses: {
    200: json(z.object({ person, scorecard, timeline: z.array(happened) }), 'The score is the sum of the ledger'),
    308: { description: 'The person was merged into another one; `Location` says which.' },
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export function addPeople(app: WorkspaceRoutes): void {
  app.openapi(find, (c) => c.json(findPeople(c.env.ws, c.req.valid('query')), 200))
  app.openapi(show, (c) => {
    const answer = showPerson(c.env.ws, c.req.valid('param').id, c.req.valid('query'))
    if ('movedTo' in answer) {
      const { search } = new URL(c.req.url)
      return c.body(null, 308, { location: `/api/v1/people/${answer.movedTo}${search}` })
    }
    return c.json(answer, 200)
  })
}
