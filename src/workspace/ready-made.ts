import type { SegmentFilters } from '../domain/segment-filters.ts'
import { stateOf } from '../domain/webinar-state.ts'
import { shownWebinars } from './webinars.ts'
import type { Workspace } from './workspace.ts'

/**
 * A segment that every workspace has; a screen calls it by its key. It is made when it is asked for, so nobody has to keep
 * it up to date: `lastHot` and `lastNoShows` are about the webinar that ended last.
 */
export interface ReadyMade {
  key: 'hotNow' | 'readyForSales' | 'lastHot' | 'lastNoShows'
  name: string
  filters: SegmentFilters
}

export function readyMade(ws: Workspace): ReadyMade[] {
  const last = shownWebinars(ws).find((webinar) => stateOf(webinar, ws.now()) === 'ended')
  return [
    { key: 'hotNow', name: 'Hot, active in the last 30 days', filters: { temperature: ['hot'], activeWithinDays: 30 } },
    { key: 'readyForSales', name: 'SQLs without an opportunity', filters: { stage: ['sql'] } },
    ...(last
      ? [
          {
            key: 'lastHot' as const,
            name: 'Hot attendees of the last webinar',
            filters: { webinar: last.id, attended: 'yes' as const, temperature: ['hot' as const] },
          },
          {
            key: 'lastNoShows' as const,
            name: 'No-shows of the last webinar',
            filters: { webinar: last.id, attended: 'no_show' as const },
          },
        ]
      : []),
  ]
}
