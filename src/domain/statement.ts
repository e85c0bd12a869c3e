import type { FactData, FactType } from './fact.ts'
import type { Profile } from './profile.ts'

/**
 * Who a statement is about, in the platform's own names. Keys are in their order of authority:
 * the first one present decides (identity.ts); a person without any key is unidentified.
 */
export interface PersonName {
  platform?: string
  registrantId?: string
  email?: string
  userId?: string
  phone?: string
  visitorId?: string
}

/**
 * Which webinar a statement is about. `platformId` is the platform's lasting number.
 * `instance`: the room that really ran (Zoom's uuid at run time, or `report/<start ms>` for a report file).
 * `slot`: one scheduled occurrence (`''` the only one of a single webinar, else the platform's occurrence id).
 * `at`: an occurrence known only by its start, ms UTC. None of them: whichever occurrence is next at the fact's time.
 */
export interface WebinarName {
  platform: string
  platformId: string
  instance?: string
  slot?: string
  at?: number
}

/**
 * What a source hands over: a fact whose person and webinar still have the platform's names.
 * `id` is readable and deterministic and made of the platform's own names, never of arrival times.
 * `connection` (`<instance>/<connection id>`) is shared by all statements of one stay in the room.
 */
export interface StatementOf<T extends FactType> {
  id: string
  type: T
  time: number
  webinar?: WebinarName
  person?: PersonName
  connection?: string
  profile?: Profile
  data: FactData[T]
}

export type Statement = { [T in FactType]: StatementOf<T> }[FactType]
