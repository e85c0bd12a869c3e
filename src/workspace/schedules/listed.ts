import type { Schedule } from '../../domain/schedule.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { findSegment } from '../../store/segments.ts'
import { readyMade } from '../ready-made.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Whom a schedule lists now: by the filters of its segment, one that was saved or one that every workspace has, and under
 * its name; null where there is none any more.
 */
export function filtersOfSchedule(
  ws: Workspace,
  { segment }: Pick<Schedule, 'segment'>,
): { name: string | null; filters: SegmentFilters } | null {
  if (segment === null) return { name: null, filters: {} }
  const row = findSegment(ws.db, segment)
  if (row) return { name: row.name, filters: JSON.parse(row.filters) as SegmentFilters }
  return readyMade(ws).find(({ key }) => key === segment) ?? null
}
