import type { WebinarName } from '../../../domain/statement.ts'

/** A stretch for which the room of a webinar is known to have run, ms UTC; `to` null: its end is not known. */
export interface KnownRoom {
  webinar: WebinarName
  from: number
  to: number | null
}

/** The webinar that somebody chose for a file: one of ours with the rooms it had, or null a number of the platform. */
export interface ChosenWebinar {
  platformId: string
  topic: string | null
  rooms: readonly KnownRoom[] | null
}

/** What is known of webinars apart from the file. */
export interface Known {
  rooms: (platformId: string) => readonly KnownRoom[]
  chosen: ChosenWebinar | null
}

export const nothingKnown: Known = { rooms: () => [], chosen: null }
