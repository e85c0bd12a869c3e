import { createRoute, z } from '@hono/zod-openapi'
import { findPeople } from '../../workspace/find-people.ts'
import { showPerson } from '../../workspace/show-person.ts'
import { json, moment, refusals } from '../documented.ts'
import type { WorkspaceRoutes } from './app.ts'
import { asOf } from './webinars.ts'

const person = z
  .looseObject({ id: z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' }), email: z.string().nullable() })
  .openapi('Person')

const scorecard = z
  .looseObject({
    score: z.number(),
    webinarPoints: z.record(z.string(), z.number()),
    stage: z.string(),
    grade: z.string().nullable(),
    temperature: z.string(),
    velocity: z.number(),
    ledger: z.array(
      z.looseObject({
        rule: z.string(),
        points: z.number(),
        at: moment,
        webinarId: z.string().nullable().optional(),
        reason: z.string(),
        facts: z.array(z.string()),
      }),
    ),
  })
  .openapi('Scorecard')

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
      z.object({ items: z.array(person), nextCursor: z.string().nullable() }),
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
    200: json(
      z.object({ person, scorecard, timeline: z.array(z.looseObject({})) }),
      'The score is the sum of the ledger',
    ),
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
