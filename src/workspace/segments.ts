import { randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import type { SegmentFilters } from '../domain/segment-filters.ts'
import {
  allSegments,
  countSegments,
  deleteSegment,
  findSegment,
  insertSegment,
  type SegmentRow,
  segmentOfName,
  updateSegment,
} from '../store/segments.ts'
import { momentOf } from './moment.ts'
import { countInSteps } from './people/count.ts'
import { checkMentioned, searchOf } from './people/search.ts'
import { type ReadyMade, readyMade } from './ready-made.ts'
import type { Workspace } from './workspace.ts'

/** Filters under a name. */
export interface Segment {
  id: string
  name: string
  filters: SegmentFilters
  createdAt: string
  createdBy: string | null
  changedAt: string
}

/** How many are in it; null where counting them would take long. */
export interface Counted {
  people: number | null
}

const mostSegments = 200
const longestName = 100
/** So many people are looked at to count one segment, and to count all of a list. */
const [mostLooked, mostLookedInAll] = [200_000, 2_000_000]

/** All segments by name, and those that every workspace has. */
export function* segmentsInSteps(
  ws: Workspace,
): Generator<void, { items: (Segment & Counted)[]; readyMade: (ReadyMade & Counted)[] }> {
  let left = mostLookedInAll
  function* count(filters: SegmentFilters): Generator<void, number | null> {
    const people = left > 0 ? yield* countInSteps(ws, searchOf(ws, filters), Math.min(left, mostLooked)) : null
    left -= people === null ? mostLooked : 0
    return people
  }
  const ready: (ReadyMade & Counted)[] = []
  for (const each of readyMade(ws)) ready.push({ ...each, people: yield* count(each.filters) })
  const items: (Segment & Counted)[] = []
  for (const row of allSegments(ws.db)) {
    const segment = shown(row)
    items.push({ ...segment, people: yield* count(segment.filters) })
  }
  return { items, readyMade: ready }
}

/** Throws `Refused('not_found')`. */
export function needSegment(ws: Workspace, id: string): Segment {
  const row = findSegment(ws.db, id)
  if (!row) throw new Refused('not_found', `There is no segment "${id}". It may have been deleted.`, { field: 'id' })
  return shown(row)
}

/** The same with how many are in it. */
export function* segmentInSteps(ws: Workspace, id: string): Generator<void, Segment & Counted> {
  const segment = needSegment(ws, id)
  return { ...segment, people: yield* countInSteps(ws, searchOf(ws, segment.filters), mostLooked) }
}

/**
 * Keeps filters under a name. `by`: in whose name. Throws `Refused('invalid')`, and `('conflict')` where another segment
 * is called so or there are too many.
 */
export function addSegment(ws: Workspace, given: { name: string; filters: SegmentFilters }, by: string): Segment {
  const { name, folded } = readName(given.name)
  checkMentioned(ws, given.filters)
  return ws.transaction(() => {
    checkFree(ws, name, folded, null)
    if (countSegments(ws.db) >= mostSegments)
      throw new Refused('conflict', `There are ${mostSegments} segments, which is as many as there may be. Delete one.`)
    const id = `g_${randomBytes(8).toString('hex')}`
    const now = ws.now()
    const filters = JSON.stringify(given.filters)
    insertSegment(ws.db, { id, name, folded, filters, createdAt: now, createdBy: by, changedAt: now })
    return needSegment(ws, id)
  })
}

/** Another name or other filters; what is left out stays. Refuses as `addSegment` does, and with `not_found`. */
export function changeSegment(
  ws: Workspace,
  id: string,
  given: { name?: string | undefined; filters?: SegmentFilters | undefined },
): Segment {
  const before = needSegment(ws, id)
  const { name, folded } = readName(given.name ?? before.name)
  if (given.filters) checkMentioned(ws, given.filters)
  return ws.transaction(() => {
    checkFree(ws, name, folded, id)
    const filters = JSON.stringify(given.filters ?? needSegment(ws, id).filters)
    updateSegment(ws.db, { id, name, folded, filters, changedAt: ws.now() })
    return needSegment(ws, id)
  })
}

/** Throws `Refused('not_found')`. */
export function removeSegment(ws: Workspace, id: string): void {
  ws.transaction(() => {
    needSegment(ws, id)
    deleteSegment(ws.db, id)
  })
}

function shown({ id, name, filters, createdAt, createdBy, changedAt }: SegmentRow): Segment {
  return {
    ...{ id, name, filters: JSON.parse(filters) as SegmentFilters },
    ...{ createdAt: momentOf(createdAt), createdBy, changedAt: momentOf(changedAt) },
  }
}

function readName(given: string): { name: string; folded: string } {
  const name = given.replace(/\s+/g, ' ').trim()
  if (!name || [...name].length > longestName)
    throw new Refused('invalid', `name: expected 1 to ${longestName} characters`, { field: 'name' })
  return { name, folded: name.normalize('NFKC').toLowerCase() }
}

function checkFree(ws: Workspace, name: string, folded: string, own: string | null): void {
  const other = segmentOfName(ws.db, folded)
  if (other && other.id !== own)
    throw new Refused('conflict', `name: another segment is called "${name}". Choose another name.`, { field: 'name' })
}
