import { createRoute } from '@hono/zod-openapi'
import { called, logged, removing } from '../../workspace/audit/record.ts'
import { inSteps } from '../../workspace/in-steps.ts'
import {
  addSegment,
  changeSegment,
  needSegment,
  removeSegment,
  segmentInSteps,
  segmentsInSteps,
} from '../../workspace/segments.ts'
import { json, refusals } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'
import { changedSegment, counted, newSegment, segment, segmentId, segmentList } from './segment-shape.ts'

const tags = ['Segments']
const refused = refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable')

const list = createRoute({
  method: 'get',
  path: '/api/v1/segments',
  tags,
  summary: 'Saved lists of people, with how many are in each',
  responses: { 200: json(segmentList, 'By name'), ...refusals('unauthorized', 'forbidden') },
})

const add = createRoute({
  method: 'post',
  path: '/api/v1/segments',
  tags,
  summary: 'Save filters under a name',
  request: { body: { required: true, content: { 'application/json': { schema: newSegment } } } },
  responses: { 201: json(segment, 'The segment'), ...refused },
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/segments/{id}',
  tags,
  summary: 'A segment',
  request: { params: segmentId },
  responses: { 200: json(counted, 'With how many are in it'), ...refused },
})

const change = createRoute({
  method: 'patch',
  path: '/api/v1/segments/{id}',
  tags,
  summary: 'Rename a segment, or give it other filters',
  request: {
    params: segmentId,
    body: { required: true, content: { 'application/json': { schema: changedSegment } } },
  },
  responses: { 200: json(segment, 'The segment as it is now'), ...refused },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/segments/{id}',
  tags,
  summary: 'Delete a segment; nobody who is in it',
  request: { params: segmentId },
  responses: { 204: { description: 'Deleted' }, ...refused },
})

export const segmentRoutes = routes()
  .openapi(list, async (c) => c.json(await inSteps(segmentsInSteps(c.env.ws)), 200))
  .openapi(add, (c) => {
    const { ws } = c.env
    const author = authorOf(c)
    const add = () => addSegment(ws, c.req.valid('json'), author.by)
    return c.json(logged(ws, author, add, called('segment.made')), 201)
  })
  .openapi(show, async (c) => c.json(await inSteps(segmentInSteps(c.env.ws, c.req.valid('param').id)), 200))
  .openapi(change, (c) => {
    const { ws } = c.env
    const change = () => changeSegment(ws, c.req.valid('param').id, c.req.valid('json'))
    return c.json(logged(ws, authorOf(c), change, called('segment.changed')), 200)
  })
  .openapi(remove, (c) => {
    const { ws } = c.env
    removing(ws, authorOf(c), 'segment.deleted', needSegment(ws, c.req.valid('param').id), removeSegment)
    return c.body(null, 204)
  })

export type SegmentRoutes = typeof segmentRoutes
