import { createRoute } from '@hono/zod-openapi'
import { inSteps } from '../../workspace/in-steps.ts'
import { addSegment, changeSegment, removeSegment, segmentInSteps, segmentsInSteps } from '../../workspace/segments.ts'
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
  .openapi(add, (c) => c.json(addSegment(c.env.ws, c.req.valid('json'), authorOf(c).by), 201))
  .openapi(show, async (c) => c.json(await inSteps(segmentInSteps(c.env.ws, c.req.valid('param').id)), 200))
  .openapi(change, (c) => c.json(changeSegment(c.env.ws, c.req.valid('param').id, c.req.valid('json')), 200))
  .openapi(remove, (c) => {
    removeSegment(c.env.ws, c.req.valid('param').id)
    return c.body(null, 204)
  })

export type SegmentRoutes = typeof segmentRoutes
