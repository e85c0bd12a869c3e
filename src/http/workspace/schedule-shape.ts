import { z } from '@hono/zod-openapi'
import { CHANNEL_KINDS } from '../../domain/alert/kind.ts'
import { RUN_RESULTS, ScheduleChangeSchema, ScheduleSchema } from '../../domain/schedule.ts'
import { moment } from '../documented.ts'
import { sendState } from './alert-shape.ts'

export const newSchedule = ScheduleSchema
export const changedSchedule = ScheduleChangeSchema

const last = z
  .object({
    at: moment,
    result: z.enum(RUN_RESULTS).openapi({ description: 'Only of `sent` anything goes out.' }),
    people: z.int().openapi({ description: 'How many were in the list then.' }),
    why: z.string().nullable().openapi({ description: 'What was wrong with the filters, where it is `refused`.' }),
    send: z
      .object({ state: sendState, answer: z.string().nullable() })
      .nullable()
      .openapi({ description: 'What became of the message at its channel.' }),
    link: z.string().nullable().openapi({ description: 'The signed link while it works.' }),
    until: moment.nullable(),
  })
  .nullable()

/** A regular export. */
export const schedule = z
  .object({
    id: z.string().openapi({ example: 'x_1f0c2b7a91d35e48' }),
    ...ScheduleSchema.shape,
    createdAt: moment,
    createdBy: z.string().nullable(),
    changedAt: moment,
    segmentName: z.string().nullable(),
    channelName: z.string().nullable(),
    channelKind: z.enum(CHANNEL_KINDS).nullable(),
    nextAt: moment.nullable().openapi({ description: 'Null: it is paused, or waits for a webinar to end.' }),
    problem: z.enum(['no_segment', 'no_channel', 'channel_off', 'no_address']).nullable().openapi({
      description:
        'Why the next run would reach nobody. `no_address`: nobody said under which address Ripen is reached.',
    }),
    last,
  })
  .openapi('Schedule')

export type ScheduleShown = z.infer<typeof schedule>
export const scheduleList = z.object({ items: z.array(schedule) })
export const scheduleId = z.object({ id: z.string() })
