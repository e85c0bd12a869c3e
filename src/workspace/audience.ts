import { type Audience, audienceOf } from '../domain/audience.ts'
import { cut, type Interval, intersect, lengthOf, positionOf, union } from '../domain/interval.ts'
import type { Span } from '../domain/standing.ts'
import { type RankedRow, rankingPage } from '../store/rankings.ts'
import { needWebinar } from './find-webinar.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { momentOf, readMoment } from './moment.ts'
import { standingsThen } from './ranked-then.ts'
import { numberOfWebinar } from './series.ts'
import { unpacked } from './standing-detail.ts'
import { unidentifiedStays } from './unidentified.ts'
import type { Workspace } from './workspace.ts'

/** `minutes`, and `at` of the markers in seconds, are of the live time; `time` is the moment itself. */
export interface AudienceAnswer extends Audience {
  markers: { kind: 'started' | 'ended' | 'peak'; at: number; time: string | null }[]
  asOf: string
}

/** How many people were in the room minute by minute, the unidentified too, staff not. Throws `Refused('not_found')`. */
export function audience(ws: Workspace, webinarId: string, query: { asOf?: string | undefined } = {}): AudienceAnswer {
  const of = needWebinar(ws, webinarId)
  const asked = readMoment(query.asOf, 'asOf')
  const model = currentVersion(ws)
  const asOf = asked ?? ws.now()
  const live = cut(of.webinar.live, asOf)
  const seconds = lengthOf(live) / 1000
  const spans = function* () {
    if (asked === undefined) yield* spansNow(ws, model, numberOfWebinar(ws, of.webinar), seconds)
    else for (const { standing } of standingsThen(ws, model, of, asOf)) yield standing.presence.live
    for (const stays of unidentifiedStays(ws, of, asOf)) yield spansIn(live, cut(union(stays), asOf))
  }
  const counted = audienceOf(spans(), seconds)
  return { ...counted, markers: markersOf(of.webinar.live, counted, asOf), asOf: momentOf(asOf) }
}

/** Presence as stored. Who was still in the room when it was stored has stayed until now. */
function* spansNow(ws: Workspace, model: number, webinar: number, seconds: number): Generator<Span[]> {
  const limit = 1_000
  const { rules } = compiledModel(ws, model).model
  let after: RankedRow | null = null
  for (;;) {
    const rows: RankedRow[] = rankingPage(ws.db, {
      ...{ model, webinar, order: 'webinar', after, limit, offset: 0 },
      filter: { attended: 'yes' },
    })
    for (const row of rows) {
      const { presence, inRoom } = unpacked(row, rules)
      const last = presence.live.at(-1)
      yield inRoom && last ? [...presence.live.slice(0, -1), [last[0], seconds]] : presence.live
    }
    if (rows.length < limit) return
    after = rows.at(-1)!
  }
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
