import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { listedCards } from '../../store/people.ts'
import type { PeopleSearch } from '../../store/people-wanted.ts'
import { readAskedMoment } from '../asked-moment.ts'
import { countInSteps } from '../people/count.ts'
import { FILTERS } from '../people/filters.ts'
import { personRow } from '../people/row.ts'
import { checkInForce, searchOf } from '../people/search.ts'
import { wholeInSteps } from '../people/whole.ts'
import { personId } from '../person-id.ts'
import type { Workspace } from '../workspace.ts'
import type { Excluded } from './excluded.ts'
import { beginFile, type ExportedRows, type FileNeeds, type Listed, takesAll } from './file.ts'
import { nobody } from './nobody.ts'

/** Who of a workspace is to be in a file. `unsubscribed`: `true` takes in who wants no mail. */
export interface PeopleExport {
  filters: SegmentFilters
  unsubscribed?: string | undefined
}

const handful = 200
/** Whom a filter alone leaves out is counted among so many. */
const mostCounted = 1_000_000

/**
 * The people of a workspace who match, for a file: who they are is settled before the first is read, what stands of them
 * is as it is when they are. Refuses as the list does, and with `conflict` where the file would be empty: the details say
 * how many each filter leaves out.
 */
export function* exportPeopleInSteps(
  ws: Workspace,
  asked: PeopleExport,
  needs: FileNeeds,
): Generator<void, ExportedRows<Listed>> {
  const { found, isEmpty } = yield* begun(ws, asked, needs)
  if (isEmpty) throw nobody(yield* excludedInSteps(ws, asked), found.leftOut, 'Nobody is known in this workspace yet.')
  return found
}

/** The same without refusing that nobody is in it: `excluded` says then how many each filter leaves out. */
export function* lookedAtPeopleInSteps(
  ws: Workspace,
  asked: PeopleExport,
  needs: FileNeeds,
): Generator<void, ExportedRows<Listed> & { excluded: Excluded[] }> {
  const { found, isEmpty } = yield* begun(ws, asked, needs)
  return { ...found, excluded: isEmpty ? (yield* excludedInSteps(ws, asked)).filters : [] }
}

function* begun(ws: Workspace, { filters, unsubscribed }: PeopleExport, needs: FileNeeds) {
  takesAll(unsubscribed)
  const moment = readAskedMoment(ws, {})
  const search = searchOf(ws, filters)
  const people = yield* wholeInSteps(ws, search)
  return yield* beginFile(ws, { moment, rows: rowsOf(ws, search, people) }, { ...needs, unsubscribed })
}

function* rowsOf(
  ws: Workspace,
  search: PeopleSearch,
  people: readonly number[],
): Generator<{ row: Listed; person: number }> {
  for (let from = 0; from < people.length; from += handful) {
    checkInForce(ws, search)
    for (const card of listedCards(ws.db, search.model, people.slice(from, from + handful))) {
      const { id, email, name, company, jobTitle, ...rest } = personRow(personId(card.id), card, ws.now())
      yield { row: { person: { id, email, name, company, jobTitle }, ...rest }, person: card.person }
    }
  }
}

/** Each filter by itself, and how many people there are without any. */
function* excludedInSteps(
  ws: Workspace,
  { filters }: PeopleExport,
): Generator<void, { people: number | null; filters: Excluded[] }> {
  const people = yield* countInSteps(ws, searchOf(ws, {}), mostCounted)
  const excluded: Excluded[] = []
  for (const filter of FILTERS) {
    const value = filters[filter]
    // What somebody did in a webinar is asked together with which.
    if (value === undefined || filter === 'attended') continue
    const { webinar, attended } = filters
    const alone = filter === 'webinar' ? { webinar, ...(attended && { attended }) } : { [filter]: value }
    const left = yield* countInSteps(ws, searchOf(ws, alone), mostCounted)
    excluded.push({
      filter: filter === 'webinar' && attended ? 'attended' : filter,
      value: filter === 'webinar' && attended ? attended : String(value),
      people: people === null || left === null ? null : people - left,
    })
  }
  return { people, filters: excluded }
}
