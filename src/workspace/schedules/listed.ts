import type { Schedule } from '../../domain/schedule.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { findSegment } from '../../store/segments.ts'
import type { Workspace } from '../workspace.ts'

/** Whom a schedule lists now: by the filters of its segment, and under its name; null where that was deleted. */
export function filtersOfSchedule(
  ws: Workspace,
  { segment }: Pick<Schedule, 'segment'>,
): { name: string | null; filters: SegmentFilters } | null {
  if (segment === null) return { name: null, filters: {} }
  const row = findSegment(ws.db, segment)
  return row ? { name: row.name, filters: JSON.parse(row.filters) as SegmentFilters } : null
}
