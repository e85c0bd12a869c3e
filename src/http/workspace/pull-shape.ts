import { z } from '@hono/zod-openapi'
import { moment } from '../documented.ts'

/** A sentence in English, and by which key and parameters another language says the same. */
export const words = { text: z.string(), key: z.string(), params: z.record(z.string(), z.unknown()) }

/** What could not be had, at which step of fetching. */
export const lack = z
  .object({
    step: z.string().openapi({ example: 'polls' }),
    kind: z.string().openapi({ example: 'scope', description: 'scope, not_found, too_old, unavailable, row, …' }),
    ...words,
  })
  .openapi('Lack')

/** Why nothing is asked of a platform until somebody acts. */
export const problem = z
  .object({ kind: z.string().openapi({ example: 'revoked' }), since: moment, ...words })
  .openapi('SourceProblem')

export const pull = z
  .object({
    id: z.string().openapi({ example: 'p12' }),
    source: z.string(),
    reason: z
      .string()
      .openapi({ example: 'after_2_hours', description: '`after_…` of the end, `asked` or `backfill`.' }),
    extent: z
      .enum(['all', 'replay', 'rooms'])
      .openapi({ description: '`rooms`: it is looked which webinars there were.' }),
    platformId: z.string().nullable(),
    webinar: z.object({ id: z.string(), topic: z.string().nullable() }).nullable(),
    topic: z.string().nullable(),
    state: z.enum(['waiting', 'running', 'done', 'missing', 'failed', 'stopped']).openapi({
      description:
        '`missing`: the platform has no such webinar. `failed`: something could not be had that should be there.',
    }),
    step: z
      .object({ id: z.string(), number: z.int(), of: z.int(), ...words })
      .nullable()
      .openapi({ description: 'What is asked for now, the how manieth of how many.' }),
    pages: z.int(),
    rows: z.int().openapi({ description: 'Of the attendance; where webinars are looked for, how many were found.' }),
    requests: z.int(),
    facts: z.int().openapi({ description: 'New ones.' }),
    lacks: z.array(lack),
    dueAt: moment,
    beganAt: moment.nullable(),
    endedAt: moment.nullable(),
  })
  .openapi('Pull')

export type Pull = z.infer<typeof pull>

export const webinarPulls = z
  .object({
    isConnected: z.boolean().openapi({ description: 'There is a source that may ask the API of the platform.' }),
    problem: problem.nullable(),
    isRunning: z.boolean(),
    fetchedAt: moment.nullable().openapi({ description: 'When all of it was last fetched.' }),
    lacks: z.array(lack).openapi({ description: 'What could not be had then.' }),
    nextAt: moment.nullable().openapi({ description: 'When it is fetched again by itself.' }),
    items: z.array(pull),
  })
  .openapi('WebinarPulls')

export type WebinarPullsAnswer = z.infer<typeof webinarPulls>

export const backfill = z
  .object({
    state: z
      .enum(['finding', 'fetching', 'done', 'stopped'])
      .openapi({ description: '`finding`: it is still looked for webinars.' }),
    from: moment,
    to: moment,
    found: z.int(),
    fetched: z.int().openapi({ description: 'Of those found.' }),
    failed: z.int(),
    facts: z.int().openapi({ description: 'New ones.' }),
    goesOnAt: moment.nullable(),
    lacks: z.array(lack).openapi({ description: 'Why webinars may be missing among those found.' }),
  })
  .openapi('Backfill')

export type BackfillAnswer = z.infer<typeof backfill>

export const sourceApi = z
  .object({
    account: z.string(),
    client: z.string(),
    hosts: z
      .array(z.string())
      .openapi({ description: 'Whose webinars a backfill looks for; none: those of everybody.' }),
    connectedAt: moment,
    problem: problem
      .extend({ triedAgainAt: moment.nullable() })
      .nullable()
      .openapi({ description: 'Why nothing is fetched until somebody acts.' }),
    pausedUntil: moment.nullable().openapi({ description: 'A limit of the platform holds until then.' }),
    scopesMissing: z
      .array(z.object({ scope: z.string(), steps: z.array(z.string()), ...words }))
      .openapi({ description: 'What the app may not do, and what is not fetched for want of it.' }),
    backfill: backfill.nullable(),
  })
  .openapi('SourceApi')

export type SourceApiAnswer = z.infer<typeof sourceApi>
