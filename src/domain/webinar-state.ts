import type { Webinar } from './webinar.ts'

/** `live` from the start of the room, or where none was heard of, from the scheduled one. */
export type WebinarState = 'scheduled' | 'live' | 'ended'

/** No webinar runs longer: one of which nobody has told the end was over by then. */
const LONGEST = 24 * 3_600_000

/** Whether a webinar is to come, runs or is over. A pause between two of its rooms belongs to it. */
export function stateOf({ running, endsAt }: Pick<Webinar, 'running' | 'endsAt'>, now: number): WebinarState {
  const [first] = running
  if (!first || now < first.from) return 'scheduled'
  return now < (endsAt ?? running.at(-1)!.from + LONGEST) ? 'live' : 'ended'
}

/** How long a webinar is scheduled for, ms; null when nobody said. */
export function plannedMs({ scheduled }: Pick<Webinar, 'scheduled'>): number | null {
  return scheduled && scheduled.to !== null ? scheduled.to - scheduled.from : null
}
