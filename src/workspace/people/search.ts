import { Refused } from '../../domain/refusal.ts'
import { activeFrom, buyingBits } from '../../domain/segment.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { endOfStretch, needsCards, type PeopleKey, type Stretch } from '../../store/people.ts'
import type { PeopleSearch } from '../../store/people-wanted.ts'
import { findWebinar } from '../find-webinar.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import { oneOf } from '../ranking-query.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'

/** So many are looked at in one step at most, where an index tells all of them and where it does not: some ms. */
const [mostAtOnce, mostCardsAtOnce] = [16_000, 2_000]

/**
 * The filters as they are looked for now, under the version of the model that readers see. Throws `Refused('invalid')`
 * for a webinar that there is not.
 */
export function searchOf(ws: Workspace, filters: SegmentFilters): PeopleSearch {
  const model = currentVersion(ws)
  const { buying } = filters
  const resolved = withWebinarOfNow(ws, filters)
  return {
    model,
    filters: resolved,
    webinar: resolved.webinar === undefined ? null : numberOfWebinar(ws, findWebinar(ws, resolved.webinar)!.webinar),
    buying: buying === undefined ? null : buyingBits(buying, compiledModel(ws, model).model),
    activeFrom: activeFrom(filters, ws.now()),
  }
}

/** The filters with the id that their webinar has now, by which standings are known. Refuses as `searchOf` does. */
export function withWebinarOfNow(ws: Workspace, filters: SegmentFilters): SegmentFilters {
  const { webinar } = filters
  if (webinar === undefined) return filters
  const found = findWebinar(ws, webinar)
  if (found) return { ...filters, webinar: found.webinar.id }
  throw new Refused('invalid', `webinar: there is no webinar "${webinar}"`, { field: 'webinar' })
}

/**
 * The order in stretches, of which only those are given in which somebody may be found. The first look at `first` people,
 * each that follows at more. Throws `Refused('conflict')` when another version of the model comes into force meanwhile.
 */
export function* stretchesOf(
  ws: Workspace,
  search: PeopleSearch,
  after: PeopleKey | null,
  first: number,
): Generator<Stretch & { looked: number }> {
  const { minScore, maxScore } = search.filters
  const top = maxScore === undefined ? null : { score_down: 0 - maxScore, email: '', id: new Uint8Array() }
  const most = needsCards(search) ? mostCardsAtOnce : mostAtOnce
  let looked = Math.min(most, first)
  for (let from = after ?? top; ; looked = Math.min(most, looked * 4)) {
    checkInForce(ws, search)
    const upTo = endOfStretch(ws.db, search, from, looked)
    yield { after: from, upTo, looked }
    if (!upTo || (minScore !== undefined && upTo.score_down > 0 - minScore)) return
    from = upTo
  }
}

/** Throws `Refused('conflict')` when another version of the model is in force than at the beginning of a search. */
export function checkInForce(ws: Workspace, { model }: PeopleSearch): void {
  if (currentVersion(ws) !== model)
    throw new Refused('conflict', 'Another version of the model came into force meanwhile. Ask again.')
}

/** Refuses with `invalid` filters that name a webinar or a topic of buying that there is not. */
export function checkMentioned(ws: Workspace, filters: SegmentFilters): void {
  withWebinarOfNow(ws, filters)
  if (filters.buying === undefined) return
  const { buyingWords } = compiledModel(ws, currentVersion(ws)).model
  oneOf('buying', filters.buying, ['true', ...buyingWords.map(({ id }) => id)])
}
