import { z } from '@hono/zod-openapi'
import { segmentFilters } from '../../domain/segment-filters.ts'
import { moment } from '../documented.ts'

const people = z.int().nullable().openapi({
  description: 'How many are in it now; null where counting them would take long.',
})

const id = z.string().openapi({ example: 'g_1f0c2b7a91d35e48' })
const name = z.string().openapi({ example: 'Hot in retail', description: '1 to 100 characters, no other called so.' })

/** A saved segment. */
export const segment = z
  .object({
    ...{ id, name, filters: segmentFilters },
    createdAt: moment,
    createdBy: z.string().nullable(),
    changedAt: moment,
  })
  .openapi('Segment')

export const counted = segment.extend({ people }).openapi('CountedSegment')

export type SegmentShown = z.infer<typeof counted>

export const segmentList = z
  .object({
    items: z.array(counted).openapi({ description: 'By name; at most 200.' }),
    readyMade: z
      .array(
        z.object({
          key: z.enum(['hotNow', 'readyForSales', 'lastHot', 'lastNoShows']),
          name: z.string(),
          filters: segmentFilters,
          people,
        }),
      )
      .openapi({ description: 'What every workspace has. They are not stored: list them by their filters.' }),
  })
  .openapi('Segments')

export type SegmentList = z.infer<typeof segmentList>

export const newSegment = z.strictObject({ name, filters: segmentFilters })
export const changedSegment = z.strictObject({ name: name.optional(), filters: segmentFilters.optional() })
export const segmentId = z.object({ id })
