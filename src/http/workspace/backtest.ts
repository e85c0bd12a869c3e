import { createRoute, z } from '@hono/zod-openapi'
import { findBacktest, startBacktest } from '../../workspace/backtest.ts'
import { json, refusals } from '../documented.ts'
import { jobAnswer, running } from '../job-answer.ts'
import { backtest, suggestion } from './backtest-shape.ts'
import { modelGiven } from './model-shape.ts'
import { routes } from './routes.ts'

const body = { required: false, content: { 'application/json': { schema: z.looseObject({}) } } }
const params = z.object({ id: z.string() })

const backtestDone = z.object({ state: z.literal('done'), id: z.string(), result: backtest })
const backtestAnswers = {
  200: json(backtestDone, 'How the model would have done'),
  202: json(running, 'Still under way: ask `GET /api/v1/model/backtest/{id}`'),
}

const suggestionDone = z.object({ state: z.literal('done'), id: z.string(), result: suggestion })
const suggestionAnswers = {
  200: json(suggestionDone, 'Suggested points and why'),
  202: json(running, 'Still under way: ask `GET /api/v1/model/suggest/{id}`'),
}

const startRun = createRoute({
  method: 'post',
  path: '/api/v1/model/backtest',
  tags: ['Model'],
  summary: 'Dry run of a model on the past',
  description:
    'Everybody whose deal was won or lost is scored as of just before that, by what was known then and without what sales wrote. ' +
    'Of the model of the body, `{model}` or the model itself; left out: the draft, else the model in force. 409 while the past is too small.',
  request: { body },
  responses: { ...backtestAnswers, ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict') },
})

const lookAtRun = createRoute({
  method: 'get',
  path: '/api/v1/model/backtest/{id}',
  tags: ['Model'],
  summary: 'A dry run that was started',
  request: { params },
  responses: { ...backtestAnswers, ...refusals('unauthorized', 'forbidden', 'not_found', 'conflict') },
})

const startSuggestion = createRoute({
  method: 'post',
  path: '/api/v1/model/suggest',
  tags: ['Model'],
  summary: 'Points for a model, suggested by the past',
  description:
    'Points are fitted on the older part of the past and judged on the newer one. The answer holds a draft of the model; nothing is stored or changed. ' +
    'Body and refusals as of `POST /api/v1/model/backtest`.',
  request: { body },
  responses: { ...suggestionAnswers, ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict') },
})

const lookAtSuggestion = createRoute({
  method: 'get',
  path: '/api/v1/model/suggest/{id}',
  tags: ['Model'],
  summary: 'A suggestion that was started',
  request: { params },
  responses: { ...suggestionAnswers, ...refusals('unauthorized', 'forbidden', 'not_found', 'conflict') },
})

/** Loaded when it is asked for: what solves equations is needed for nothing else. */
const suggesting = () => import('../../workspace/suggest.ts')

export const backtestRoutes = routes()
  .openapi(startRun, async (c) => {
    const answer = await jobAnswer(startBacktest(c.env.ws, modelGiven(c.req.valid('json'))))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })
  .openapi(lookAtRun, async (c) => {
    const answer = await jobAnswer(findBacktest(c.env.ws, c.req.valid('param').id))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })
  .openapi(startSuggestion, async (c) => {
    const { startSuggest } = await suggesting()
    const answer = await jobAnswer(startSuggest(c.env.ws, modelGiven(c.req.valid('json'))))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })
  .openapi(lookAtSuggestion, async (c) => {
    const { findSuggest } = await suggesting()
    const answer = await jobAnswer(findSuggest(c.env.ws, c.req.valid('param').id))
    return answer.state === 'done' ? c.json(answer, 200) : c.json(answer, 202)
  })

export type BacktestRoutes = typeof backtestRoutes
