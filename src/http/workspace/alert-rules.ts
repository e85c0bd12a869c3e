import { createRoute, z } from '@hono/zod-openapi'
import { SIGN_KINDS } from '../../domain/alert/kind.ts'
import { AlertRuleSchema, type Routes, RoutesSchema } from '../../domain/alert/rule.ts'
import type { Entry } from '../../domain/audit.ts'
import { routesOf, setRoutes } from '../../workspace/alerts/routing.ts'
import { addRule, changeRule, listRules, removeRule, type ShownRule, showRule } from '../../workspace/alerts/rules.ts'
import { called, logged, removing } from '../../workspace/audit/record.ts'
import { readBody } from '../decode.ts'
import { json, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'

const tags = ['Alerts']
const id = z.object({ id: z.string() })

/** Every member of a rule; `domain/alert/rule.ts` reads it. */
const members = {
  name: { type: 'string' as const, example: 'In the demo' },
  on: { type: 'string' as const, enum: [...SIGN_KINDS] },
  enabled: { type: 'boolean' as const, default: true },
  filters: {
    type: 'object' as const,
    description:
      'Of whom: webinarKinds, minScore, grades, stages, minMinutes, topics, who; what is left out asks nothing.',
    example: { webinarKinds: ['demo'], minScore: 20, who: { attribute: 'country', oneOf: ['IL'] } },
  },
  accounts: {
    type: 'array' as const,
    items: { type: 'string' as const },
    description: 'Target accounts: mail domains or names of companies.',
  },
  margin: {
    type: 'number' as const,
    default: 5,
    description: 'So many points the score must fall below a threshold before crossing it counts anew.',
  },
  channels: { type: 'array' as const, items: { type: 'string' as const }, description: 'Ids of channels.' },
  quietHours: { type: 'object' as const, example: { from: '20:00', to: '08:00' } },
  workingDaysOnly: { type: 'boolean' as const, default: false },
  digest: { type: 'object' as const, example: { everyMinutes: 60 }, description: 'Or {"dailyAt": "09:00"}.' },
}
const rule = z.custom<ShownRule>().openapi('AlertRule', {
  type: 'object',
  description: 'On what an alert is raised, of whom, where it goes and when.',
  properties: { id: { type: 'string' }, ...members, since: { type: 'string' }, changedAt: { type: 'string' } },
})
const given = { type: 'object' as const, required: ['name', 'on'], properties: members }
const body = { required: true, content: { 'application/json': { schema: given } } }

export type RuleAnswer = ShownRule

const owners = {
  routes: {
    type: 'array' as const,
    items: {
      type: 'object' as const,
      example: { owner: 'Noa Barak', email: 'noa@acme.example', accounts: ['kiwi.example'] },
    },
  },
  otherwise: { type: 'object' as const, nullable: true, example: { owner: 'Roy Alon' } },
}
const routing = z.custom<Routes>().openapi('AlertRouting', {
  type: 'object',
  properties: owners,
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/alert-rules',
  tags,
  summary: 'Of what the company wants to be told',
  responses: { 200: json(z.object({ items: z.array(rule) }), 'All rules'), ...refusals('unauthorized', 'forbidden') },
})

const add = createRoute({
  method: 'post',
  path: '/api/v1/alert-rules',
  tags,
  summary: 'Make a rule',
  description: 'It tells of what happens from now on.',
  request: { body },
  responses: {
    201: json(rule, 'The rule'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict', 'unavailable'),
  },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/alert-rules/{id}',
  tags,
  summary: 'One rule',
  request: { params: id },
  responses: { 200: json(rule, 'The rule'), ...refusals('unauthorized', 'forbidden', 'not_found') },
})

const put = createRoute({
  method: 'put',
  path: '/api/v1/alert-rules/{id}',
  tags,
  summary: 'Put another rule in its place',
  description: 'One that was off, or is raised on something else now, tells of what happens from now on.',
  request: { params: id, body },
  responses: {
    200: json(rule, 'The rule as it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/alert-rules/{id}',
  tags,
  summary: 'Delete a rule; what it told of stays',
  request: { params: id },
  responses: {
    204: { description: 'It is gone' },
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const showRouting = createRoute({
  method: 'get',
  path: '/api/v1/alert-routing',
  tags,
  summary: 'Who looks after whom',
  responses: {
    200: json(routing, 'The first route that fits holds'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const putRouting = createRoute({
  method: 'put',
  path: '/api/v1/alert-routing',
  tags,
  summary: 'Say who looks after whom, by account or territory',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: { type: 'object' as const, properties: owners } } },
    },
  },
  responses: {
    200: json(routing, 'As it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
  },
})

export const alertRuleRoutes = routes()
  .openapi(list, (c) => c.json(listRules(c.env.ws), 200))
  .openapi(add, async (c) => {
    const { ws } = c.env
    const given = await readBody(c.req.raw, AlertRuleSchema)
    return c.json(
      logged(ws, authorOf(c), () => addRule(ws, given), called('rule.made')),
      201,
    )
  })
  .openapi(show, (c) => c.json(showRule(c.env.ws, c.req.valid('param').id), 200))
  .openapi(put, async (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const given = await readBody(c.req.raw, AlertRuleSchema)
    return c.json(
      logged(ws, authorOf(c), () => changeRule(ws, id, given), called('rule.changed')),
      200,
    )
  })
  .openapi(remove, (c) => {
    const { ws } = c.env
    removing(ws, authorOf(c), 'rule.deleted', showRule(ws, c.req.valid('param').id), removeRule)
    return c.body(null, 204)
  })
  .openapi(showRouting, (c) => c.json(routesOf(c.env.ws), 200))
  .openapi(putRouting, async (c) => {
    const { ws } = c.env
    const given = await readBody(c.req.raw, RoutesSchema)
    const changed = ({ routes }: Routes): Entry => ({ act: 'owners.changed', details: { routes: routes.length } })
    return c.json(
      logged(ws, authorOf(c), () => setRoutes(ws, given), changed),
      200,
    )
  })

export type AlertRuleRoutes = typeof alertRuleRoutes
