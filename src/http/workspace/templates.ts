import { createRoute, z } from '@hono/zod-openapi'
import { listTemplates, templateModel } from '../../workspace/template-model.ts'
import { json, refusals } from '../documented.ts'
import { model } from './model-shape.ts'
import { routes } from './routes.ts'

const rule = z.looseObject({ id: z.string(), points: z.number() })

const list = createRoute({
  method: 'get',
  path: '/api/v1/model/templates',
  tags: ['Model'],
  summary: 'Ready-made models, and strategies',
  responses: {
    200: json(
      z.object({
        templates: z.array(
          z.object({
            name: z.string(),
            goals: z.array(z.string()),
            thresholds: z.object({ mql: z.unknown(), sql: z.unknown() }),
            rules: z.int().openapi({ description: 'How many.' }),
            sections: z.array(z.string()).openapi({ description: 'Parts of it that another template can take.' }),
          }),
        ),
        presets: z.array(
          z.object({
            id: z.string(),
            points: z.record(z.string(), z.number()).openapi({ description: 'Other points, by rule.' }),
            adds: z.array(rule),
          }),
        ),
      }),
      'In short',
    ),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const get = createRoute({
  method: 'get',
  path: '/api/v1/model/templates/{name}',
  tags: ['Model'],
  summary: 'A ready-made model, for this workspace',
  description:
    '`webinar`, or several: `webinar+b2b-it:company` is the first with a section of the second. With the calendar, mailboxes, own domains and channels of the workspace.',
  request: {
    params: z.object({ name: z.string().openapi({ example: 'webinar' }) }),
    query: z.object({ preset: z.string().optional().openapi({ example: 'awareness' }) }),
  },
  responses: {
    200: json(z.object({ model }), 'To be stored as draft, or edited before'),
    ...refusals('invalid', 'unauthorized', 'forbidden'),
  },
})

export const templateRoutes = routes()
  .openapi(list, (c) => {
    const { templates, presets } = listTemplates()
    return c.json({ templates, presets: presets.map((preset) => ({ ...preset, adds: [...preset.adds] })) }, 200)
  })
  .openapi(get, (c) => {
    const { name } = c.req.valid('param')
    return c.json({ model: { ...templateModel(c.env.ws, name, c.req.valid('query').preset) } }, 200)
  })

export type TemplateRoutes = typeof templateRoutes
