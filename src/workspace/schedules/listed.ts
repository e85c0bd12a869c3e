import type { ScheduledRun } from '../../domain/schedule.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { findSegment } from '../../store/segments.ts'
import { findWebinar } from '../find-webinar.ts'
import { readyMade } from '../ready-made.ts'
import type { Workspace } from '../workspace.ts'

/** What the list of a run is called: as its schedule, and the webinar that it is about. */
export function titleOf(ws: Workspace, { name, webinar }: ScheduledRun): string {
  const topic = webinar === null ? null : findWebinar(ws, webinar)?.webinar.topic
  return topic ? `${name}: ${topic}` : name
}

interface Listed {
  /** Of the segment; null: everybody. */
  name: string | null
  filters: SegmentFilters
}

/**
 * Whom a schedule lists now: by the filters of its segment, one that was saved or one that every workspace has, and of a
 * webinar's people alone where it is about one; null where there is no such segment any more.
 */
export function filtersOfSchedule(
  ws: Workspace,
  { segment, webinar = null }: Pick<ScheduledRun, 'segment'> & Partial<Pick<ScheduledRun, 'webinar'>>,
): Listed | null {
  const listed = filtersOfSegment(ws, segment)
  if (!listed || webinar === null) return listed
  return { ...listed, filters: { ...listed.filters, webinar } }
}

function filtersOfSegment(ws: Workspace, segment: string | null): Listed | null {
  if (segment === null) return { name: null, filters: {} }
  const row = findSegment(ws.db, segment)
  if (row) return { name: row.name, filters: JSON.parse(row.filters) as SegmentFilters }
  return readyMade(ws).find(({ key }) => key === segment) ?? null
}
