import type { Calendar } from '../domain/calendar.ts'
import { MINUTE, SECOND, workdayAt } from './calendar.ts'
import type { Chance } from './chance.ts'
import { type Told, webinarsTold } from './story/webinars.ts'

/** A webinar of the sample with its times, ms UTC. */
export interface Planned extends Told {
  platformId: number
  /** Zoom's names of the planned webinar and of the room that ran. */
  scheduledUuid: string
  roomUuid: string
  createdAt: number
  startsAt: number
  endsAt: number
  /** When the room really opened and closed. */
  opensAt: number
  closesAt: number
  /** Minutes of small talk before the recording was begun are not in it. */
  mediaSeconds: number
}

/** The webinars of the year around `now`, in order. One of them began some twenty minutes ago. */
export function planWebinars(chance: Chance, calendar: Calendar, now: number): Planned[] {
  return webinarsTold.map((told) => plan(chance.of(told.key), told, startOf(told, calendar, now)))
}

/** The demo that runs began at a full five minutes, 18 to 23 minutes ago. */
function startOf({ ago, clock }: Told, calendar: Calendar, now: number): number {
  if (ago !== 'now') return workdayAt(calendar, now, ago, clock)
  return Math.floor((now - 18 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE
}

function plan(chance: Chance, told: Told, startsAt: number): Planned {
  const endsAt = startsAt + told.minutes * MINUTE
  const late = told.ago === 'now' ? 40 * SECOND : chance.whole(-100, 260) * SECOND
  // The report prints whole minutes of its webinar.
  const opensAt = startsAt - chance.whole(7, 12) * MINUTE
  const closesAt = told.fromReport ? endsAt + 2 * MINUTE : endsAt + late
  return {
    ...told,
    platformId: 82_000_000_000 + chance.whole(0, 7_999_999_999),
    scheduledUuid: `${chance.word(22)}==`,
    roomUuid: `${chance.word(22)}==`,
    createdAt: startsAt - chance.whole(24, 40) * 24 * 60 * MINUTE - chance.whole(0, 200) * MINUTE,
    ...{ startsAt, endsAt, opensAt, closesAt },
    mediaSeconds: Math.round((closesAt - startsAt) / SECOND) - chance.whole(5, 40),
  }
}
