import { createRoute, z } from '@hono/zod-openapi'
import { STAGES } from '../../domain/stage.ts'
import { ACCOUNT_SORTS, accounts } from '../../workspace/accounts.ts'
import { showAccount } from '../../workspace/show-account.ts'
import { json, refusals } from '../documented.ts'
import { temperature } from './members.ts'
import { routes } from './routes.ts'

const text = z.string().nullable()

const person = z.object({ id: z.string(), email: text, name: text, company: text, jobTitle: text })

const row = {
  rank: z.int().openapi({ description: 'By score among all accounts.' }),
  account: z.object({
    id: z.string().openapi({ example: 'a_ZDpraXdpLmV4YW1wbGU' }),
    domain: text.openapi({ description: 'Business domain; null for a company that is known by its name alone.' }),
    name: text.openapi({ description: 'As most of its people spell it.' }),
  }),
  score: z.number().openapi({ description: 'The sum of `top`.' }),
  grade: text.openapi({ description: 'Fit of the company itself; null where the model asks nothing of companies.' }),
  people: z.int(),
  mqls: z.int().openapi({ description: 'People at that stage or beyond.' }),
  sqls: z.int(),
  top: z
    .array(z.object({ person, score: z.number() }))
    .openapi({ description: 'The five highest scores above 0; the disqualified do not count.' }),
}

const listed = z.object(row).openapi('ListedAccount')

export type ListedAccount = z.infer<typeof listed>

const page = z
  .object({ items: z.array(listed), total: z.int(), nextCursor: text, modelVersion: z.int() })
  .openapi('Accounts')

export type AccountsPage = z.infer<typeof page>

const shown = z
  .object({
    ...row,
    fit: z
      .array(
        z.object({
          id: z.string(),
          attribute: z.string(),
          answer: z.union([z.string(), z.number(), z.boolean()]).nullable(),
          right: z.boolean(),
        }),
      )
      .openapi({
        description: 'The characteristics of the company, each with the answer that most of its people give.',
      }),
    members: z.array(
      z.object({
        person,
        points: z.number().openapi({ description: "What of the account's score is theirs." }),
        score: z.number(),
        grade: text,
        stage: z.enum(STAGES),
        temperature,
      }),
    ),
    nextCursor: text,
    modelVersion: z.int(),
  })
  .openapi('Account')

export type AccountAnswer = z.infer<typeof shown>

const list = createRoute({
  method: 'get',
  path: '/api/v1/accounts',
  tags: ['Accounts'],
  summary: 'The hottest companies',
  description:
    'A company is a business domain (never a free mailbox), else a name without case, marks and legal form. Its score ' +
    'is the sum of its five highest scores above 0 (house). Staff of the workspace work for no account. What an ' +
    'account comes to never enters the score of a person.',
  request: {
    query: z.object({
      q: z.string().optional().openapi({ description: 'Part of a domain or a name.' }),
      sort: z
        .string()
        .optional()
        .openapi({ enum: [...ACCOUNT_SORTS] }),
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 200; 50 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(page, 'A page of accounts, of the present moment'),
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/accounts/{id}',
  tags: ['Accounts'],
  summary: 'A company with its people',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({
      limit: z.string().optional().openapi({ type: 'integer', description: '1 to 500 people; 100 when left out.' }),
      cursor: z.string().optional(),
    }),
  },
  responses: {
    200: json(shown, 'Its people by score'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found'),
  },
})

export const accountRoutes = routes()
  .openapi(list, async (c) => c.json(await accounts(c.env.ws, c.req.valid('query')), 200))
  .openapi(show, async (c) => c.json(await showAccount(c.env.ws, c.req.valid('param').id, c.req.valid('query')), 200))

export type AccountRoutes = typeof accountRoutes
