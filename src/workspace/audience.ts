import { type Audience, Crowd } from '../domain/audience.ts'
import { cut, type Interval, intersect, lengthOf, positionOf, union } from '../domain/interval.ts'
import type { Span } from '../domain/standing.ts'
import { presencesOfPeople } from '../store/presences.ts'
import { needWebinar } from './find-webinar.ts'
import { knownNow } from './knowledge.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { momentOf, readMoment } from './moment.ts'
import { type FoundWebinar, peopleOfWebinar } from './people-of-webinar.ts'
import { standingsThen } from './ranked-then.ts'
import { numberOfWebinar } from './series.ts'
import { unpacked } from './standing-detail.ts'
import { unidentifiedStays } from './unidentified.ts'
import type { Workspace } from './workspace.ts'

const atATime = 500

/** `minutes`, and `at` of the markers in seconds, are of the live time; `time` is the moment itself. */
export interface AudienceAnswer extends Audience {
  markers: { kind: 'started' | 'ended' | 'peak'; at: number; time: string | null }[]
  asOf: string
}

/**
 * How many people were in the room minute by minute, the unidentified too, staff not. In steps, for a great webinar
 * takes long. Throws `Refused('not_found')`.
 */
export function* audience(
  ws: Workspace,
  webinarId: string,
  query: { asOf?: string | undefined } = {},
): Generator<void, AudienceAnswer> {
  const of = needWebinar(ws, webinarId)
  const asked = readMoment(query.asOf, 'asOf')
  const model = currentVersion(ws)
  const asOf = asked ?? ws.now()
  const known = knownNow(ws)
  const live = cut(of.webinar.live, asOf)
  const seconds = lengthOf(live) / 1000
  const crowd = new Crowd()
  const people = asked === undefined ? spansNow(ws, model, of, seconds) : spansThen(ws, model, of, asOf)
  for (const spans of people) {
    for (const each of spans) crowd.add(each)
    yield
    if (currentVersion(ws) !== model) return yield* audience(ws, webinarId, query)
  }
  for (const stays of unidentifiedStays(known, of, asOf)) crowd.add(spansIn(live, cut(union(stays), asOf)))
  const counted = crowd.audience(seconds)
  return { ...counted, markers: markersOf(of.webinar.live, counted, asOf), asOf: momentOf(asOf) }
}

/** Presence as stored, of so many people at a time. Who was in the room when it was stored has stayed until now. */
function* spansNow(ws: Workspace, model: number, of: FoundWebinar, seconds: number): Generator<Span[][]> {
  const compiled = compiledModel(ws, model).model
  const number = numberOfWebinar(ws, of.webinar)
  for (const people of peopleOfWebinar(knownNow(ws), of, atATime)) {
    yield presencesOfPeople(ws.db, model, number, people).map((row) => {
      const { presence, inRoom } = unpacked(row, compiled)
      const last = presence.live.at(-1)
      return inRoom && last ? [...presence.live.slice(0, -1), [last[0], seconds]] : presence.live
    })
  }
}

function* spansThen(ws: Workspace, model: number, of: FoundWebinar, asOf: number): Generator<Span[][]> {
  for (const standings of standingsThen(ws, model, of, asOf, knownNow(ws)))
    yield standings.map(({ standing }) => standing.presence.live)
}

function spansIn(live: readonly Interval[], stays: readonly Interval[]): Span[] {
  return intersect(live, stays).map(({ from, to }) => [positionOf(live, from) / 1000, positionOf(live, to) / 1000])
}

function markersOf(live: readonly Interval[], { peak }: Audience, asOf: number): AudienceAnswer['markers'] {
  const markers: AudienceAnswer['markers'] = []
  const mark = (kind: 'started' | 'ended', time: number) => {
    if (time <= asOf) markers.push({ kind, at: positionOf(live, time) / 1000, time: momentOf(time) })
  }
  for (const { from, to } of live) {
    mark('started', from)
    mark('ended', to)
  }
  if (peak.people > 0) markers.push({ kind: 'peak', at: peak.at, time: momentOf(momentAt(live, peak.at * 1000)) })
  return markers
}

/** The moment at a position of the live time, ms. */
function momentAt(live: readonly Interval[], position: number): number | null {
  let left = position
  for (const { from, to } of live) {
    if (left < to - from) return Math.round(from + left)
    left -= to - from
  }
  return null
}
