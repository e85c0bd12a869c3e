import { z } from 'zod'
import { MESSAGE_LANGUAGES } from './alert/message.ts'
import { EXPORT_PROFILES } from './export-profile.ts'
import { strictObject } from './strict-object.ts'

const at = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write it as 24 hours: 08:30')
const workingDaysOnly = z.boolean().default(false)

/**
 * When, by the workspace's clock. `weekday`: 0 = Sunday. `day` of the month: the last where it has fewer.
 * `workingDaysOnly`: what falls on another day goes out on the next that is one. `webinar`: so many `hours` after the end
 * of each, and only of its people.
 */
export const RhythmSchema = z.discriminatedUnion('every', [
  strictObject({ every: z.literal('day'), at, workingDaysOnly }),
  strictObject({ every: z.literal('week'), weekday: z.int().min(0).max(6), at, workingDaysOnly }),
  strictObject({ every: z.literal('month'), day: z.int().min(1).max(31), at, workingDaysOnly }),
  strictObject({ every: z.literal('webinar'), hours: z.int().min(0).max(168).default(1) }),
])
export type Rhythm = z.infer<typeof RhythmSchema>
/** One that the calendar alone tells. */
export type CalendarRhythm = Exclude<Rhythm, { every: 'webinar' }>

const FileSchema = z.discriminatedUnion('format', [
  strictObject({ format: z.literal('csv'), profile: z.enum(EXPORT_PROFILES).default('spreadsheet') }),
  strictObject({ format: z.literal('xlsx'), lang: z.enum(MESSAGE_LANGUAGES).default('en') }),
])

const members = {
  name: z.string().trim().min(1).max(100),
  /** Its id, or the key of one that every workspace has; null: everybody. */
  segment: z.string().max(100).nullable(),
  file: FileSchema,
  /** Whether who wants no mail is in it too. */
  unsubscribed: z.boolean(),
  when: RhythmSchema,
  /** The id of a channel. */
  channel: z.string().max(100),
  enabled: z.boolean(),
}

/** A list of people that goes out by a channel again and again. */
export const ScheduleSchema = strictObject({
  ...members,
  segment: members.segment.default(null),
  file: FileSchema.default({ format: 'csv', profile: 'spreadsheet' }),
  unsubscribed: members.unsubscribed.default(false),
  enabled: members.enabled.default(true),
})
export type Schedule = z.infer<typeof ScheduleSchema>

/** A schedule as it was at a run. `webinar`: the one, by its id, of whose people alone the list is. */
export const ScheduledRunSchema = strictObject({
  ...ScheduleSchema.shape,
  webinar: z.string().nullable().default(null),
})
export type ScheduledRun = z.infer<typeof ScheduledRunSchema>

/** What is to change of one; what is left out stays. */
export const ScheduleChangeSchema = strictObject({
  name: members.name.optional(),
  segment: members.segment.optional(),
  file: FileSchema.optional(),
  unsubscribed: members.unsubscribed.optional(),
  when: RhythmSchema.optional(),
  channel: members.channel.optional(),
  enabled: members.enabled.optional(),
})
export type ScheduleChange = z.infer<typeof ScheduleChangeSchema>

/** What may come of a run: it was handed to the channel, nobody was in the list, or it could not be. */
export const RUN_RESULTS = ['sent', 'nobody', 'no_segment', 'no_channel', 'no_address', 'refused'] as const
export type RunResult = (typeof RUN_RESULTS)[number]
