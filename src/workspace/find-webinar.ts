import { Refused } from '../domain/refusal.ts'
import { place } from '../domain/series.ts'
import type { WebinarName } from '../domain/statement.ts'
import type { Webinar } from '../domain/webinar.ts'
import { findWebinarRow } from '../store/webinars.ts'
import { type KnownSeries, seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

/** A webinar by any id that it ever had; null for an id that was never given out. */
export function findWebinar(ws: Workspace, id: string): { webinar: Webinar; known: KnownSeries } | null {
  const row = findWebinarRow(ws.db, id)
  if (!row) return null
  const known = seriesNow(ws, row.platform, row.platformId)
  const own = known.series.webinars.find((webinar) => webinar.id === id)
  return { webinar: own ?? place(known.series, ownName(row), 0), known }
}

/** The same; throws `Refused('not_found')`. */
export function needWebinar(ws: Workspace, id: string): { webinar: Webinar; known: KnownSeries } {
  return needed(findWebinar(ws, id), id)
}

/** Throws `Refused('not_found')` for one that was not found. */
export function needed<Found>(found: Found | null, id: string): Found {
  if (!found) throw new Refused('not_found', `There is no webinar "${id}"`, { field: 'id' })
  return found
}

/** The name under which facts about a webinar of ours are stored: it keeps meaning this webinar. */
export function ownName({
  platform,
  platformId,
  occurrence,
}: Pick<Webinar, 'platform' | 'platformId' | 'occurrence'>): WebinarName {
  return { platform, platformId, slot: occurrence }
}
