import { z } from 'zod'
import { optionalId, optionalText, requiredId, scalar } from '../text.ts'

/** The pieces that Zoom's webhooks are made of. `""` is absent everywhere, numbers and texts stand for each other. */

const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2100, 0)]
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const longestMinutes = 31 * 24 * 60
const mostEntries = 1000

/** ms UTC; from ISO 8601 with an offset, or from ms as number or text. */
export const optionalMoment = scalar((value, context) => {
  if (value === '' || value === undefined) return undefined
  const moment = typeof value === 'string' && iso.test(value) ? Date.parse(value) : Number(value)
  if (!(moment >= earliest && moment < latest)) context.addIssue('is no moment of the years 2000 to 2099')
  return Math.trunc(moment)
})

/** Minutes of a webinar; 0 is Zoom's way to say unknown. */
const optionalMinutes = scalar((value, context) => {
  const minutes = Number(value ?? 0)
  if (!(minutes >= 0 && minutes <= longestMinutes)) context.addIssue('is no number of minutes')
  return minutes || undefined
})

const optionalNumber = scalar((value) => Number(value ?? '') || undefined)

/** Yes or no; Zoom has been seen to send them as texts. `""` is neither. */
export const optionalFlag = z
  .union([z.boolean(), z.string()], 'is neither true nor false')
  .nullish()
  .transform((value) => (value === '' || value == null ? undefined : value === true || value === 'true'))

/** A list that may be missing. It is counted before its entries are read, so that a huge one costs nothing. */
export function listOf<T extends z.ZodType>(entry: T) {
  return z
    .union([z.literal(''), z.array(z.unknown()).max(mostEntries)], `is no list of up to ${mostEntries} entries`)
    .nullish()
    .transform((list) => list || [])
    .pipe(z.array(entry))
}

const occurrence = z.object({
  occurrence_id: requiredId,
  start_time: optionalMoment,
  duration: optionalMinutes,
  status: optionalText(),
})

export type Occurrence = z.output<typeof occurrence>

/** The webinar object of nearly every event. `uuid` is the room that ran, or in a schedule one that never will. */
const common = {
  host_id: optionalId,
  topic: optionalText(300),
  type: optionalNumber,
  start_time: optionalMoment,
  duration: optionalMinutes,
  timezone: optionalText(64),
}

export const scheduled = { id: requiredId, ...common, occurrences: listOf(occurrence) }
export const room = { id: requiredId, uuid: requiredId, ...common }
export const roomOfUnknownWebinar = { ...room, id: optionalId }

export type Scheduled = z.output<z.ZodObject<typeof scheduled>>
export type Room = z.output<z.ZodObject<typeof room>>

/** What an event says: `at` is when it happened (`event_ts`, of an update `time_stamp`), not always stated. */
export interface Told<T> {
  at: number | undefined
  object: T
}

/** The body of an event whose object has these members; all others are left unread. */
export function told<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .object({ event_ts: optionalMoment, payload: z.object({ time_stamp: optionalMoment, object: z.object(shape) }) })
    .transform(({ event_ts, payload }) => ({ at: payload.time_stamp ?? event_ts, object: payload.object }))
}
