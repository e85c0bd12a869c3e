import { type Calendar, localDay } from '../../../domain/calendar.ts'
import type { LeftOut } from '../../../workspace/export/file.ts'

/** What a file says of itself: what it is a list of, under which model, as of when, and who is not in it. */
export interface About {
  of: 'ranking' | 'people'
  /** Of the webinar; of people the name of the segment, null where there is none. */
  topic: string | null
  /** Of the webinar, as 2026-04-16, by the workspace's calendar; null for a list of people. */
  day: string | null
  modelVersion: number
  asOf: string
  /** Whether who wants no mail is in it too. */
  unsubscribed: boolean
  /** The filters as they were asked for. */
  filters: readonly (readonly [name: string, value: string])[]
  /** Grows while the rows are read. */
  leftOut: LeftOut
  calendar: Calendar
}

/** A moment as the day that it is for the workspace, YYYY-MM-DD. */
export function dayOf({ calendar }: Pick<About, 'calendar'>, moment: string | null): string | null {
  if (moment === null) return null
  return new Date(localDay(calendar, Date.parse(moment)) * 86_400_000).toISOString().slice(0, 10)
}
