import { z } from '@hono/zod-openapi'
import { moment } from '../documented.ts'

export const model = z.looseObject({}).openapi('Model', { description: 'The scoring model: one readable file.' })

const signature = z.object({ by: z.string().openapi({ example: 'Dana Levi' }), at: moment }).nullable()

/** Who agreed to a model; null: nobody of that side. */
export const signed = z.object({ marketing: signature, sales: signature }).openapi('ModelSignatures')

/** A published version without its text. */
export const version = z
  .object({
    version: z.int(),
    state: z.enum(['current', 'building', 'past']).openapi({
      description: '`current`: in force. `building`: it comes into force when everybody is scored under it.',
    }),
    publishedAt: moment,
    publishedBy: z.string().nullable().openapi({
      description: 'A name, `API key` or `command line`; null: it came with the workspace, or nobody noted it.',
    }),
    note: z.string().nullable(),
    basedOn: z.int().nullable().openapi({ description: 'The version in force when its draft was begun.' }),
    rollbackOf: z.int().nullable().openapi({ description: 'The version whose content it repeats.' }),
    signed,
    switchedAt: moment.nullable().openapi({ description: 'Since when answers were by it; null: they never were.' }),
  })
  .openapi('ModelVersion')

export const versionWithModel = version.extend({ model }).openapi('ModelVersionWithModel')

export type ModelAnswer = z.infer<typeof versionWithModel>

export const note = z.string().trim().max(2_000).nullable().optional().openapi({ description: 'Why, in words.' })

/** The number of a version as it stands in a path. */
export const versionNumber = z.coerce.number().int().positive().openapi({ type: 'integer' })

/** Of a call that may bring a model, `{model}` or the model itself; nothing where the body is empty. */
export function modelGiven(body: object): unknown {
  if ('model' in body) return body.model
  return Object.keys(body).length > 0 ? body : undefined
}
