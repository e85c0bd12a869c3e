import { createRoute, z } from '@hono/zod-openapi'
import { STAGES } from '../../domain/stage.ts'
import { personHistory } from '../../workspace/person-history.ts'
import { withLinks } from '../../workspace/replay/with-links.ts'
import { showPerson } from '../../workspace/show-person.ts'
import { addressOf } from '../address.ts'
import { json, moment, refusals } from '../documented.ts'
import {
  askedMoment,
  attended,
  engagement,
  knownAt,
  scheduledAt,
  startsAt,
  temperature,
  webinarState,
} from './members.ts'
import { routes } from './routes.ts'
import { said, signal } from './said-shape.ts'

const id = z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' })
const text = z.string().nullable()

const person = z
  .object({
    id,
    email: text,
    name: text,
    nameFromRoom: z.boolean().openapi({ description: 'Nobody gave a name: this one was shown in the room.' }),
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
    engagement: z.number().openapi({ description: 'With `fitPoints` it is the score.' }),
    fitPoints: z.number().openapi({
      description:
        'What of the score is for who somebody is and where they work: rules of kind `profile` and `fit_complete`.',
    }),
    webinarPoints: z.record(z.string(), z.number()),
    stage: z.enum(STAGES),
    grade: text,
    temperature,
    velocity: z.number(),
    surge: z.boolean(),
    warnings: z.array(z.string()),
    brandSeconds: z.number(),
    lastActivityAt: moment.nullable(),
    changesAt: moment.nullable(),
    ledger: z.array(line),
    modelVersion: z.int(),
    asOf: moment,
    knownAt,
  })
  .openapi('Scorecard')

const happened = z.object({
  fact: z.string(),
  type: z.string(),
  at: moment,
  webinarId: text,
  data: z.looseObject({}),
  said: z.array(said),
  buying: z.array(signal.omit({ at: true, length: true })).openapi({ description: 'All that is about buying in it.' }),
})

const visited = z
  .object({
    id: z.string().openapi({ example: 'w_5f0c2b7a91d3' }),
    topic: text,
    kind: z.string(),
    scheduledAt,
    startsAt,
    state: webinarState,
    liveSeconds: z.number().openapi({ description: 'Of what the webinar has run so far.' }),
    points: z.number(),
    registered: z.boolean(),
    noShow: z.boolean(),
    attendance: attended,
    ...engagement,
    link: text.openapi({ description: "The person's own link to the replay; null while none is set." }),
  })
  .openapi('PersonWebinar')

export type PersonWebinar = z.infer<typeof visited>

const answer = z
  .object({ person, scorecard, webinars: z.array(visited), timeline: z.array(happened) })
  .openapi('PersonAnswer')

export type PersonAnswer = z.infer<typeof answer>

const history = z
  .object({
    steps: z.array(z.object({ at: moment, score: z.number(), stage: z.enum(STAGES), temperature })),
    modelVersion: z.int(),
    asOf: moment,
    knownAt,
    complete: z.boolean().openapi({ description: 'False: there are older steps, which are left out.' }),
  })
  .openapi('PersonHistory')

export type HistoryAnswer = z.infer<typeof history>

const asked = {
  params: z.object({ id: z.string() }),
  query: z.object(askedMoment),
}

const merged: object = { 308: { description: 'The person was merged into another one; `Location` says which.' } }

const show = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}',
  tags: ['People'],
  summary: 'A person with score, ledger and timeline',
  request: asked,
  responses: {
    200: json(answer, 'The score is the sum of the ledger; `webinars` and `timeline` have the newest first'),
    ...merged,
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

const showHistory = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}/history',
  tags: ['People'],
  summary: 'How the score of a person came about',
  description:
    'The exact score from each moment on at which it, the stage or the temperature changed, by facts or by the mere ' +
    'passing of time; at most 500 steps, the oldest are left out.',
  request: asked,
  responses: {
    200: json(history, 'Oldest first; each step holds until the next one'),
    ...merged,
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const peopleRoutes = routes()
  .openapi(show, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const answer = showPerson(ws, id, c.req.valid('query'))
    if ('movedTo' in answer) return moved(c.req.url, answer.movedTo)
    return c.json({ ...answer, webinars: withLinks(ws, id, answer.webinars, addressOf(c.req.raw)) }, 200)
  })
  .openapi(showHistory, async (c) => {
    const answer = await personHistory(c.env.ws, c.req.valid('param').id, c.req.valid('query'))
    return 'movedTo' in answer ? moved(c.req.url, answer.movedTo) : c.json(answer, 200)
  })

export type PeopleRoutes = typeof peopleRoutes

/** To the same call about another person. Clients follow it by themselves, so the type of the call leaves it out. */
function moved(url: string, id: string): never {
  const { pathname, search } = new URL(url)
  const location = pathname.replace(/\/people\/[^/]+/, `/people/${id}`) + search
  return new Response(null, { status: 308, headers: { location } }) as never
}
