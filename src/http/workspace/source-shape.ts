import { z } from '@hono/zod-openapi'
import { alarmKinds } from '../../domain/silence-alarm.ts'
import { moment, said } from '../documented.ts'

const day = z
  .object({
    day: z
      .string()
      .openapi({ format: 'date', example: '2026-05-13', description: 'Of the calendar of the workspace.' }),
    came: z.int(),
    taken: z.int(),
    duplicate: z.int().openapi({ description: 'Known already.' }),
    ignored: z.int().openapi({ description: 'Of a kind that says nothing to Ripen.' }),
    rejected: z.int().openapi({ description: 'Unreadable, or refused for the signature.' }),
    late: z.int().openapi({ description: 'Came more than a minute after what it tells of.' }),
    timed: z.int().openapi({ description: 'Of so many it is known when that happened.' }),
    meanDelaySeconds: z.number().nullable(),
    longestDelaySeconds: z.number().nullable(),
  })
  .openapi('SourceDay')

/** What came from anybody. */
export const sent = {
  lastDeliveryAt: moment.nullable().openapi({ description: 'When the last of it came.' }),
  days: z.array(day).openapi({ description: 'The last 30 days, today last.' }),
  rejectedRecently: z
    .array(
      z.object({
        at: moment.openapi({ description: 'When it was last so.' }),
        times: z.int(),
        reason: z.string().openapi({ description: 'Nothing personal is in it.' }),
        ...said,
        id: z.string().nullable().openapi({ description: 'Of the last one, as its own system calls it.' }),
      }),
    )
    .openapi({ description: 'The newest 20 reasons.' }),
}

export const alarm = z
  .object({
    id: z.string().openapi({ example: 'a3' }),
    source: z.string().openapi({ example: 's1' }),
    kind: z.enum(alarmKinds),
    webinar: z
      .object({ id: z.string(), topic: z.string().nullable(), startsAt: moment.nullable() })
      .nullable()
      .openapi({ description: 'The one that it is about.' }),
    since: moment.openapi({ description: 'From when on it is so.' }),
    beganAt: moment.openapi({ description: 'When it was noticed.' }),
    people: z.int().nullable().openapi({ description: 'In the room, of `silent`.' }),
    speaks: z.boolean().nullable().openapi({ description: 'Other events do come, of `never_started`.' }),
    delaySeconds: z.number().nullable().openapi({ description: 'Of `late`.' }),
    text: z.string().openapi({ description: 'What is wrong, and what to do.' }),
  })
  .openapi('SourceAlarm')

export type AlarmAnswer = z.infer<typeof alarm>
export type SourceDayAnswer = z.infer<typeof day>
