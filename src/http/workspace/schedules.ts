import { createRoute } from '@hono/zod-openapi'
import { called, logged, removing } from '../../workspace/audit/record.ts'
import { addSchedule, changeSchedule, removeSchedule } from '../../workspace/schedules/schedules.ts'
import { listSchedules, runNow, showSchedule } from '../../workspace/schedules/show.ts'
import { json, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'
import { changedSchedule, newSchedule, schedule, scheduleId, scheduleList } from './schedule-shape.ts'

const tags = ['Regular exports']
const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable')

const list = createRoute({
  method: 'get',
  path: '/api/v1/schedules',
  tags,
  summary: 'Lists of people that go out again and again',
  responses: {
    200: json(scheduleList, 'In the order in which they were made'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const add = createRoute({
  method: 'post',
  path: '/api/v1/schedules',
  tags,
  summary: 'Send a segment, or everybody, regularly',
  description:
    'A message with the number of people and a signed link goes out by the channel; never the file. The link needs no ' +
    'sign-in and works for seven days. The file is made when it is downloaded: who matches at that moment. `segment` is ' +
    'an id, or a `key` of `readyMade`.',
  request: { body: { required: true, content: { 'application/json': { schema: newSchedule } } } },
  responses: { 201: json(schedule, 'It is first due after now'), ...refused },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/schedules/{id}',
  tags,
  summary: 'A regular export',
  request: { params: scheduleId },
  responses: { 200: json(schedule, 'With what came of its last run'), ...refused },
})

const change = createRoute({
  method: 'patch',
  path: '/api/v1/schedules/{id}',
  tags,
  summary: 'Change a regular export, or pause it',
  description: 'Links that went out already keep to what was asked for then.',
  request: {
    params: scheduleId,
    body: { required: true, content: { 'application/json': { schema: changedSchedule } } },
  },
  responses: { 200: json(schedule, 'As it is now'), ...refused },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/schedules/{id}',
  tags,
  summary: 'Delete a regular export; its links end at once',
  request: { params: scheduleId },
  responses: { 204: { description: 'It is gone' }, ...refused },
})

const run = createRoute({
  method: 'post',
  path: '/api/v1/schedules/{id}/run',
  tags,
  summary: 'Send it now',
  description: 'Also where it is paused; when it is due next stays.',
  request: { params: scheduleId },
  responses: { 200: json(schedule, 'With what came of it'), ...refused },
})

export const scheduleRoutes = routes()
  .openapi(list, (c) => c.json(listSchedules(c.env.ws), 200))
  .openapi(add, (c) => {
    const { ws } = c.env
    const author = authorOf(c)
    const add = () => addSchedule(ws, c.req.valid('json'), author.by)
    return c.json(logged(ws, author, add, called('schedule.made')), 201)
  })
  .openapi(show, (c) => c.json(showSchedule(c.env.ws, c.req.valid('param').id), 200))
  .openapi(change, (c) => {
    const { ws } = c.env
    const change = () => changeSchedule(ws, c.req.valid('param').id, c.req.valid('json'))
    return c.json(logged(ws, authorOf(c), change, called('schedule.changed')), 200)
  })
  .openapi(remove, (c) => {
    const { ws } = c.env
    removing(ws, authorOf(c), 'schedule.deleted', showSchedule(ws, c.req.valid('param').id), removeSchedule)
    return c.body(null, 204)
  })
  .openapi(run, async (c) => c.json(await runNow(c.env.ws, c.req.valid('param').id), 200))

export type ScheduleRoutes = typeof scheduleRoutes
