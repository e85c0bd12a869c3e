import type { Expected } from '../domain/silence-alarm.ts'
import type { Webinar } from '../domain/webinar.ts'
import { type CountRow, countsOfWebinar } from '../store/counts.ts'
import { type SourceSeries, spokenSince } from '../store/source-series.ts'
import { knownNow } from './knowledge.ts'
import { currentVersion } from './live-models.ts'
import { type KnownSeries, numberOfWebinar, recallSeries, seriesNow } from './series.ts'
import { unidentifiedStays } from './unidentified.ts'
import type { Workspace } from './workspace.ts'

const day = 24 * 3_600_000
/** A webinar of which nobody registers, changes or opens anything for so long is no longer watched. */
const spokenOf = 60 * day
/** How long webinars may be derived at once that are not remembered, as after a start, ms. */
const patience = 10

/**
 * The webinars around the present moment of which each source should speak, by source number: of a series it is the
 * source that spoke of it last. Null: there are so many that not all are derived yet; the next call goes on. To be called
 * inside a transaction.
 */
export function expectedWebinars(ws: Workspace): Map<number, Expected[]> | null {
  const now = ws.now()
  const speaking = new Map<string, SourceSeries>()
  for (const spoken of spokenSince(ws.db, now - spokenOf)) {
    const before = speaking.get(spoken.platformId)
    if (!before || before.lastAt < spoken.lastAt) speaking.set(spoken.platformId, spoken)
  }
  if (!recallSeries(ws, 'zoom', speaking.keys(), performance.now() + patience)) return null
  const expected = new Map<number, Expected[]>()
  for (const { source, platformId, firstAt, roomAt } of speaking.values()) {
    const known = seriesNow(ws, 'zoom', platformId)
    const near = known.series.webinars.filter((webinar) => !webinar.deleted && isNear(webinar, now))
    const own = near.map((webinar) => ({ webinar, knownSince: firstAt, roomAt, ...peopleOf(ws, webinar, known) }))
    expected.set(source, [...(expected.get(source) ?? []), ...own])
  }
  return expected
}

/** It begins or began within a day. */
function isNear({ scheduled, startsAt }: Webinar, now: number): boolean {
  return [scheduled?.from, startsAt].some((at) => at != null && Math.abs(at - now) <= day)
}

function peopleOf(ws: Workspace, webinar: Webinar, known: KnownSeries): Pick<Expected, 'inRoom' | 'registered'> {
  const sum = (of: (row: CountRow) => number) =>
    countsOfWebinar(ws.db, currentVersion(ws), numberOfWebinar(ws, webinar)).reduce((all, row) => all + of(row), 0)
  return {
    inRoom: () => sum((row) => row.in_room) + unidentifiedInRoom(ws, webinar, known),
    registered: () => sum(({ registered, people }) => registered * people),
  }
}

function unidentifiedInRoom(ws: Workspace, webinar: Webinar, known: KnownSeries): number {
  const stays = unidentifiedStays(knownNow(ws), { webinar, known }, ws.now())
  return stays.filter((connection) => connection.some(({ to }) => to === Number.POSITIVE_INFINITY)).length
}
