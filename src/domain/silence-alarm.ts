import type { Pulse } from './pulse.ts'
import type { Webinar } from './webinar.ts'

const minute = 60_000
const hour = 60 * minute

/**
 * `refused`: it speaks, but with a signature that fits none of our secrets. `never_started`: a webinar should have begun
 * and nothing of its room came. `silent`: people are in the room and nothing comes. `no_end`: a webinar should be long
 * over and nothing more came. `disabled`: the platform seems to have switched it off, and a webinar is near. `late`: what
 * comes is old.
 */
export const alarmKinds = ['refused', 'never_started', 'silent', 'no_end', 'disabled', 'late'] as const

export type AlarmKind = (typeof alarmKinds)[number]

/**
 * `since`: from when on it is so, ms UTC. `people` were in the room. `speaks`: something else came meanwhile, so it is
 * not that nothing arrives. `delay`: how late the last one came, ms.
 */
export interface Alarm {
  kind: AlarmKind
  webinar: string | null
  since: number
  people?: number
  speaks?: boolean
  delay?: number
}

/** What a source has let us hear. Moments in ms UTC, null: never. */
export interface Heard extends Pulse {
  /** When the platform last asked whether the address is ours. */
  validatedAt: number | null
  /** When a delivery was last refused for its signature. */
  refusedAt: number | null
}

/** A webinar of which a source should speak. `roomAt`: when anything of a room under its platform id last came. */
export interface Expected {
  webinar: Pick<Webinar, 'id' | 'scheduled' | 'running' | 'instances' | 'endsAt' | 'provisional'>
  roomAt: number | null
  /** When anything under its platform id first came from the source. */
  knownSince: number
  /** How many are in the room as far as we know, and registered; asked only when nothing has come for a while. */
  inRoom: () => number
  registered: () => number
}

/** A refused delivery may be of another app that has the same address: a good one then follows at once. */
const refusedStands = 5_000
const refusedForgotten = 24 * hour
/** Zoom asks every 72 hours whether the address is ours. */
const disabledAfter = (72 + 12) * hour
const disabledMatters = 24 * hour
const startGrace = 5 * minute
const opensBefore = 15 * minute
const lateEnough = 5
const lateForgotten = 15 * minute
const shortestSilence = 10 * minute
/** Of so many people one comes, goes or writes each minute, and then nothing for seven times as long is no chance. */
const peopleAMinute = 200
const chance = 7
/** Of so many registrants at least one is there ten minutes after the start. */
const somebodyComes = 20
const endGrace = 30 * minute
const endForgotten = 6 * hour
/** A webinar of which nobody said how long it is, or a short one, is awaited for so long. */
const awaited = hour

/**
 * What is wrong with how a source speaks, the gravest first; empty where all is well. Nothing is wrong before it has ever
 * been heard, and without a webinar only a signature can be.
 */
export function alarmsOf(heard: Heard, expected: readonly Expected[], now: number): Alarm[] {
  const heardAt = spokeAt(heard)
  if (heardAt === null) return []
  const alarms = expected.flatMap((each) => alarmOfWebinar(heard, heardAt, each, now) ?? [])
  alarms.push(...(refused(heard, heardAt, now) ?? []), ...(disabled(heardAt, expected, now) ?? []))
  return alarms.sort((a, b) => alarmKinds.indexOf(a.kind) - alarmKinds.indexOf(b.kind) || a.since - b.since)
}

/** When an alarm may next begin or end without anything being heard, ms UTC; null while nothing but speech matters. */
export function nextLook(heard: Heard, expected: readonly Expected[], now: number): number | null {
  const moments = expected.flatMap(({ webinar: { scheduled, running }, knownSince }) => {
    const [first, last] = [running[0], running.at(-1)]
    const from = scheduled?.from ?? first?.from
    if (from === undefined) return []
    const opens = Math.min(from, first?.from ?? from)
    const over = Math.max(scheduled?.to ?? from, from + awaited, last?.to ?? from) + endForgotten
    // While it may run, silence itself is what has to be noticed.
    return now >= opens && now < over
      ? [now + minute]
      : [from - disabledMatters, opens, Math.max(from, knownSince) + startGrace]
  })
  const { refusedAt } = heard
  if (refusedAt !== null) moments.push(refusedAt + refusedStands, refusedAt + refusedForgotten)
  const heardAt = spokeAt(heard)
  if (heardAt !== null && expected.length > 0) moments.push(heardAt + disabledAfter + 1)
  const coming = moments.filter((at) => at > now)
  return coming.length > 0 ? Math.min(...coming) : null
}

/** When a source last proved that it is there. */
function spokeAt({ lastAt, validatedAt }: Heard): number | null {
  return lastAt === null || validatedAt === null ? (lastAt ?? validatedAt) : Math.max(lastAt, validatedAt)
}

function refused({ refusedAt }: Heard, heardAt: number, now: number): Alarm[] | null {
  if (refusedAt === null || refusedAt <= heardAt) return null
  const stands = now - refusedAt
  return stands >= refusedStands && stands < refusedForgotten
    ? [{ kind: 'refused', webinar: null, since: refusedAt }]
    : null
}

function disabled(heardAt: number, expected: readonly Expected[], now: number): Alarm[] | null {
  if (now - heardAt <= disabledAfter) return null
  const next = expected.find(({ webinar: { scheduled } }) => {
    const ahead = (scheduled?.from ?? Number.NEGATIVE_INFINITY) - now
    return ahead > -startGrace && ahead <= disabledMatters
  })
  return next ? [{ kind: 'disabled', webinar: next.webinar.id, since: heardAt }] : null
}

function alarmOfWebinar(heard: Heard, heardAt: number, expected: Expected, now: number): Alarm | null {
  if (!wasHeard(expected)) return neverStarted(heard, expected, now)
  const isOpen = expected.webinar.running.some(({ from, to }) => from <= now && now < to)
  if (!isOpen) return noEnd(heardAt, expected, now)
  return late(heard, expected, now) ?? silent(heard, heardAt, expected, now)
}

function neverStarted({ lastAt }: Heard, { webinar, knownSince }: Expected, now: number): Alarm | null {
  const { id, scheduled } = webinar
  if (!scheduled) return null
  const { from, to } = scheduled
  if (now < Math.max(from, knownSince) + startGrace || now >= Math.max(to ?? 0, from + awaited)) return null
  return { kind: 'never_started', webinar: id, since: from, speaks: lastAt !== null && lastAt > from }
}

function late({ lastAt, lateRun, lateSince, delay }: Heard, { webinar: { id } }: Expected, now: number): Alarm | null {
  if (lateRun < lateEnough || lateSince === null || delay === null || now - lastAt! >= lateForgotten) return null
  return { kind: 'late', webinar: id, since: lateSince, delay }
}

function silent({ usualGap }: Heard, heardAt: number, expected: Expected, now: number): Alarm | null {
  const quiet = now - heardAt
  if (quiet < shortestSilence) return null
  const { webinar, inRoom, registered } = expected
  const people = inRoom()
  const from = webinar.scheduled?.from
  const isStrange =
    people > 0
      ? quiet >= longestSilence(people, usualGap)
      : from !== undefined && now >= from + shortestSilence && registered() >= somebodyComes
  return isStrange ? { kind: 'silent', webinar: webinar.id, since: heardAt, people } : null
}

function noEnd(heardAt: number, { webinar }: Expected, now: number): Alarm | null {
  const end = webinar.scheduled?.to
  const isKnown = webinar.endsAt !== null && !webinar.provisional
  if (isKnown || end == null || now < end + endGrace || now >= end + endForgotten) return null
  return now - heardAt >= endGrace ? { kind: 'no_end', webinar: webinar.id, since: heardAt } : null
}

/** How long nothing may come while so many people are in the room before that is strange, ms. */
export function longestSilence(people: number, usualGap: number | null): number {
  return Math.max(shortestSilence, 10 * (usualGap ?? 0), (chance * peopleAMinute * minute) / people)
}

/** Whether its room was heard of: about its time, or when it was opened long before that. */
function wasHeard({ webinar: { scheduled, running, instances }, roomAt }: Expected): boolean {
  if (!scheduled) return instances.length > 0
  const from = scheduled.from - opensBefore
  return (roomAt !== null && roomAt >= from) || running.some((run) => run.from < from && run.to > scheduled.from)
}
