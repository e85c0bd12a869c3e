import { z } from '@hono/zod-openapi'
import { moment, said } from '../documented.ts'
import { model } from './model-shape.ts'

const estimate = z
  .object({ value: z.number(), from: z.number(), to: z.number() })
  .openapi('Estimate', { description: 'A figure with its 95 % interval.' })

const range = {
  from: z.number().nullable().openapi({ description: 'The least score of the band; null: no bound.' }),
  to: z.number().nullable().openapi({ description: 'The score from which on the next band begins; null: no bound.' }),
}

const reached = z.object({
  reached: z.int(),
  won: z.int(),
  precision: estimate.nullable().openapi({ description: 'Of those who reached it, how many were won.' }),
  recall: estimate.nullable().openapi({ description: 'Of all winners, how many had reached it.' }),
})

const figures = z
  .object({
    people: z.int(),
    won: z.int(),
    lost: z.int(),
    from: moment.nullable(),
    to: moment.nullable(),
    bands: z.array(z.object({ ...range, people: z.int(), won: z.int(), conversion: estimate.nullable() })),
    lift: z.array(
      z.object({
        share: z.number().openapi({ description: '0.1: the highest 10 % of scores.' }),
        people: z.int(),
        won: z.number().openapi({ description: 'Not whole where the cut goes through equal scores.' }),
        conversion: estimate,
        lift: estimate.nullable().openapi({ description: 'How many times as many were won as of all.' }),
        tied: z
          .object({ score: z.number(), people: z.int(), taken: z.int() })
          .nullable()
          .openapi({ description: 'The cut goes through `people` of one score, of whom `taken` count in proportion.' }),
      }),
    ),
    thresholds: z.object({ mql: reached, sql: reached }),
    auc: estimate
      .nullable()
      .openapi({ description: 'How likely a winner has a higher score than a loser; 0.5: chance.' }),
  })
  .openapi('BacktestFigures')

const side = z.object({ applied: z.int(), of: z.int(), share: estimate.nullable() })

const applied = {
  rule: z.string(),
  points: z.number(),
  won: side,
  lost: side,
  difference: estimate.nullable().openapi({ description: 'Share of the winners less share of the losers.' }),
}

const expected = z.object({
  currency: z.string().nullable(),
  mean: z.number(),
  value: z.number(),
  from: z.number(),
  to: z.number(),
})

/** What a dry run answers. */
export const backtest = z
  .object({
    asOf: moment,
    leftOut: z
      .object({ unknown: z.int(), staff: z.int(), unreadable: z.int() })
      .openapi({ description: 'People with an outcome who are not judged; `unknown`: nothing was known before it.' }),
    enough: z.object({ won: z.int(), lost: z.int(), all: z.int() }),
    split: z.object({ at: moment, share: z.number() }).openapi({ description: 'The newer part begins `at`.' }),
    all: figures,
    older: figures,
    newer: figures,
    rules: z.array(z.object(applied)),
    revenue: z.object({
      openLeads: z.int(),
      bands: z.array(z.object({ ...range, open: z.int(), expected: z.array(expected) })),
      totals: z.array(z.object({ currency: z.string().nullable(), value: z.number() })),
      wonWithoutAmount: z.int(),
    }),
  })
  .openapi('Backtest')

export type BacktestAnswer = z.infer<typeof backtest>

/** What a suggestion of points answers. */
export const suggestion = z
  .object({
    asOf: moment,
    splitAt: moment,
    fittedOn: z.int().openapi({ description: 'People of the older part, on whom the points were fitted.' }),
    judgedOn: z.int().openapi({ description: 'People of the newer part, by whom they are judged.' }),
    verdict: z.enum(['nothing', 'notBetter', 'better']),
    text: z.string(),
    ...said,
    before: figures.openapi({ description: 'The newer part under the model as it is.' }),
    after: figures.openapi({ description: 'The newer part under the suggested points.' }),
    changes: z.array(z.object({ ...applied, suggested: z.number(), why: z.string(), ...said })),
    draft: model
      .nullable()
      .openapi({ description: 'The model with the suggested points; null where nothing was found. It is not stored.' }),
  })
  .openapi('Suggestion')

export type SuggestionAnswer = z.infer<typeof suggestion>
