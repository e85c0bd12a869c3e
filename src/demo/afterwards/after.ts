import type { Calendar } from '../../domain/calendar.ts'
import type { Registration } from '../registrations.ts'
import type { Planned } from '../webinars.ts'

/** One registrant after a webinar. `seconds` and `share`: what they saw of it live. */
export interface After {
  calendar: Calendar
  webinar: Planned
  registration: Registration
  seconds: number
  share: number
  /** 0 to 1: how likely they are to do anything about it. */
  warmth: number
}

/** Identifies what one person did about one webinar. */
export function keyOf({ webinar, registration }: After, what: string, count: number | string = 0): string {
  return `${what}-${webinar.key}-${registration.person.number}-${count}`
}
