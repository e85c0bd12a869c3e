import { createRoute, z } from '@hono/zod-openapi'
import { logged } from '../../workspace/audit/record.ts'
import { drain } from '../../workspace/drain.ts'
import { mergePeople, unmergePeople } from '../../workspace/repair/merge-people.ts'
import { mergesOf } from '../../workspace/repair/merges-of-person.ts'
import { tieStays, untieStay } from '../../workspace/repair/tie-stay.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { json, moment, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'

const text = z.string().nullable()
const personId = z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' })
const connectionId = z.string().openapi({
  example: '9f03c2b7a91d3e5f0a1b',
  description: 'A connection in the room, as the reconciliation names it.',
})

const tied = z
  .object({
    connection: connectionId,
    person: personId.nullable().openapi({ description: 'Whose it is now; null: nobody’s.' }),
  })
  .openapi('TiedConnection')

const side = z.object({
  person: personId.openapi({ description: 'The id that they have now.' }),
  name: text,
  email: text,
})

/** A merge by hand, as the person's page and the reconciliation tell it. */
export const merge = z
  .object({
    merge: z.int(),
    sides: z.tuple([side, side]).openapi({ description: 'The two as they are without merges by hand.' }),
    mergedAt: moment,
    mergedBy: text,
    undoneAt: moment.nullable().openapi({ description: 'Null: it holds.' }),
    undoneBy: text,
  })
  .openapi('Merge')

export type ShownMerge = z.infer<typeof merge>

const webinarAndConnection = z.object({ id: z.string(), connection: connectionId })
const person = z.object({ id: personId })
const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable')

const tie = createRoute({
  method: 'post',
  path: '/api/v1/webinars/{id}/ties',
  tags: ['Reconciliation'],
  summary: 'Say who an unidentified attendee is',
  description:
    'Everything that these connections did is the person’s from then on, and so is what is bound to them. Where the ' +
    'platform later says whose one of them is, that holds.',
  request: {
    params: z.object({ id: z.string() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            connection: z.union([connectionId, z.array(connectionId).min(1).max(100)]),
            person: personId,
          }),
        },
      },
    },
  },
  responses: { 200: json(z.object({ items: z.array(tied) }), 'Whose each of them is now'), ...refused },
})

const untie = createRoute({
  method: 'delete',
  path: '/api/v1/webinars/{id}/ties/{connection}',
  tags: ['Reconciliation'],
  summary: 'Take that back',
  description: 'All scores are again exactly what they would be had it never been said.',
  request: { params: webinarAndConnection },
  responses: { 200: json(tied, 'Whose the connection is now'), ...refused },
})

const mergeRoute = createRoute({
  method: 'post',
  path: '/api/v1/people/{id}/merge',
  tags: ['People'],
  summary: 'Say that two people are one',
  description:
    'All that either did counts as one person’s, scored anew. The id of the one that goes answers 308 until the merge is undone.',
  request: {
    params: person,
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ into: personId }) } } },
  },
  responses: { 200: json(z.object({ merge: z.int(), person: personId }), 'The merge, and the one person'), ...refused },
})

const unmerge = createRoute({
  method: 'post',
  path: '/api/v1/people/{id}/unmerge',
  tags: ['People'],
  summary: 'Take a merge back',
  description:
    'Whatever has come since goes to whom it names, and all scores are what they would be had it never been said. Two ' +
    'whom a registration or another merge makes one stay one.',
  request: {
    params: person,
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ merge: z.int() }) } } },
  },
  responses: { 200: json(z.object({ people: z.array(personId) }), 'The two, by their ids'), ...refused },
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}/merges',
  tags: ['People'],
  summary: 'Merges of a person by hand',
  request: { params: person },
  responses: {
    200: json(z.object({ items: z.array(merge) }), 'The latest first, those that were undone too'),
    ...refusals('unauthorized', 'forbidden', 'not_found'),
  },
})

export const repairRoutes = routes()
  .openapi(tie, (c) => {
    const { connection, person } = c.req.valid('json')
    const items = tieStays(c.env.ws, c.req.valid('param').id, { connections: [connection].flat(), person }, byOf(c))
    return c.json(scored(c.env.ws, { items }), 200)
  })
  .openapi(untie, (c) => {
    const { id, connection } = c.req.valid('param')
    return c.json(scored(c.env.ws, untieStay(c.env.ws, id, connection, byOf(c))), 200)
  })
  .openapi(mergeRoute, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const { into } = c.req.valid('json')
    const merged = logged(
      ws,
      authorOf(c),
      () => mergePeople(ws, id, into, byOf(c)),
      () => ({
        ...{ act: 'person.merged', details: { people: [id, into] } },
      }),
    )
    return c.json(scored(ws, merged), 200)
  })
  .openapi(unmerge, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const { merge: number } = c.req.valid('json')
    const apart = logged(
      ws,
      authorOf(c),
      () => unmergePeople(ws, id, number, byOf(c)),
      ({ people }) => ({
        ...{ act: 'person.unmerged', details: { people } },
      }),
    )
    return c.json(scored(ws, apart), 200)
  })
  .openapi(list, (c) => c.json(mergesOf(c.env.ws, c.req.valid('param').id), 200))

export type RepairRoutes = typeof repairRoutes

/** So long the answer waits for the scores of those it concerns, ms. */
const patience = 200

function scored<Answer>(ws: Workspace, answer: Answer): Answer {
  drain(ws, patience)
  return answer
}

function byOf(c: Parameters<typeof authorOf>[0]): string {
  return authorOf(c).by
}
