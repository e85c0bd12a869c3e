import { compareFacts, type Partner, type ScheduleData } from './fact.ts'
import type { Interval } from './interval.ts'
import type { Schedule } from './live-time.ts'
import type { WebinarName } from './statement.ts'
import type { SeriesFact } from './track.ts'
import type { Webinar } from './webinar.ts'

/** All that is said about a webinar but when it ran. */
export interface Description {
  topic: string | null
  kind: string
  partner: Partner | null
  cost: number | null
  funnelStage: string | null
  hostIds: string[]
  startsAt: number | null
  /** The earliest start that deliveries from its rooms mention. */
  roomStart: number | null
  durationMinutes: number | null
  /** The live time that a producer set. */
  live: Interval | null
  deleted: boolean
  recordings: Webinar['recordings']
}

/**
 * Every fact is a patch: of each field the latest statement counts, a producer's before the platform's schedule,
 * and that before what other deliveries happened to mention.
 */
export function descriptionOf(facts: readonly SeriesFact[]): Description {
  const told: Description = {
    topic: null,
    kind: 'educational',
    partner: null,
    cost: null,
    funnelStage: null,
    hostIds: [],
    startsAt: null,
    roomStart: null,
    durationMinutes: null,
    live: null,
    deleted: false,
    recordings: [],
  }
  for (const fact of facts.toSorted((a, b) => rankOf(a) - rankOf(b) || compareFacts(a, b))) patch(told, fact)
  return { ...told, hostIds: [...new Set(told.hostIds)].sort() }
}

/** When it was to run; `at` is the start by which it is named, where nobody states another. */
export function scheduleOf({ startsAt, roomStart, durationMinutes }: Description, at: number | null): Schedule | null {
  const from = startsAt ?? at ?? roomStart
  return from === null ? null : { from, to: durationMinutes === null ? null : from + durationMinutes * 60_000 }
}

/** A fact that says when its webinar starts, without saying so. */
export function withoutStart(fact: SeriesFact): SeriesFact {
  if (fact.type !== 'webinar.mentioned' && fact.type !== 'webinar.scheduled') return fact
  return { ...fact, data: { ...fact.data, startsAt: undefined } }
}

function rankOf({ type, name }: SeriesFact): number {
  if (type === 'webinar.mentioned') return name.instance === undefined ? 1 : 0
  return type === 'webinar.described' ? 3 : 2
}

function patch(told: Description, { type, name, data }: SeriesFact): void {
  if (type === 'webinar.deleted') told.deleted = true
  if (type === 'webinar.recorded') told.recordings.push(data)
  if (type === 'webinar.scheduled') schedule(told, data)
  if (type === 'webinar.mentioned') mention(told, name, data)
  if (type !== 'webinar.described') return
  const { topic, kind, partner, cost, funnelStage, live } = data
  told.topic = topic ?? told.topic
  told.kind = kind ?? told.kind
  told.partner = partner === undefined ? told.partner : partner
  told.cost = cost ?? told.cost
  told.funnelStage = funnelStage ?? told.funnelStage
  if (live && live.to > live.from) told.live = { from: live.from, to: live.to }
}

/** From a room: a room that was ended and started again may be said to start at each of its starts. */
function mention(told: Description, { instance }: WebinarName, { startsAt, ...data }: ScheduleData): void {
  schedule(told, instance === undefined ? { ...data, startsAt } : data)
  if (instance !== undefined && startsAt !== undefined) told.roomStart = Math.min(told.roomStart ?? Infinity, startsAt)
}

function schedule(told: Description, data: ScheduleData): void {
  told.topic = data.topic ?? told.topic
  told.kind = data.kind ?? told.kind
  told.partner = data.partner ?? told.partner
  told.startsAt = data.startsAt ?? told.startsAt
  if (data.durationMinutes && data.durationMinutes > 0) told.durationMinutes = data.durationMinutes
  told.deleted = data.deleted ?? told.deleted
  if (data.hostId) told.hostIds.push(data.hostId)
}
