import { createRoute, z } from '@hono/zod-openapi'
import { AlertRuleSchema, RoutesSchema } from '../../domain/alert/rule.ts'
import { routesOf, setRoutes } from '../../workspace/alerts/routing.ts'
import { addRule, changeRule, listRules, removeRule, showRule } from '../../workspace/alerts/rules.ts'
import { readBody } from '../decode.ts'
import { json, moment, refusals } from '../documented.ts'
import { routes } from './routes.ts'

const tags = ['Alerts']
const id = z.object({ id: z.string() })

const given = AlertRuleSchema.openapi('AlertRule', {
  description: 'On what an alert is raised, of whom, where it goes and when.',
})
const rule = z
  .intersection(AlertRuleSchema, z.object({ id: z.string(), since: moment, changedAt: moment }))
  .openapi('StandingAlertRule')
const body = { required: true, content: { 'application/json': { schema: given } } }

export type RuleAnswer = z.infer<typeof rule>

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

const owners = createRoute({
  method: 'get',
  path: '/api/v1/alert-routing',
  tags,
  summary: 'Who looks after whom',
  responses: {
    200: json(RoutesSchema.openapi('AlertRouting'), 'The first route that fits holds'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const putOwners = createRoute({
  method: 'put',
  path: '/api/v1/alert-routing',
  tags,
  summary: 'Say who looks after whom, by account or territory',
  request: { body: { required: true, content: { 'application/json': { schema: RoutesSchema } } } },
  responses: {
    200: json(RoutesSchema, 'As it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'unavailable'),
  },
})

export const alertRuleRoutes = routes()
  .openapi(list, (c) => c.json(listRules(c.env.ws), 200))
  .openapi(add, async (c) => c.json(addRule(c.env.ws, await readBody(c.req.raw, AlertRuleSchema)), 201))
  .openapi(show, (c) => c.json(showRule(c.env.ws, c.req.valid('param').id), 200))
  .openapi(put, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(changeRule(c.env.ws, id, await readBody(c.req.raw, AlertRuleSchema)), 200)
  })
  .openapi(remove, (c) => {
    removeRule(c.env.ws, c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(owners, (c) => c.json(routesOf(c.env.ws), 200))
  .openapi(putOwners, async (c) => c.json(setRoutes(c.env.ws, await readBody(c.req.raw, RoutesSchema)), 200))

export type AlertRuleRoutes = typeof alertRuleRoutes
