import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import type { SegmentFilters } from '../../domain/segment-filters.ts'
import { bytesOf } from '../../store/db.ts'
import { bytesOfHex, hexOf } from '../../store/hex.ts'
import { type ListedCard, needsCards, type PeopleKey, peopleInStretch } from '../../store/people.ts'
import type { PeopleSearch } from '../../store/people-wanted.ts'
import { personId } from '../person-id.ts'
import { readWhole } from '../ranking-query.ts'
import { jsonOfUrl, urlJson } from '../url-text.ts'
import type { Workspace } from '../workspace.ts'
import { countInSteps } from './count.ts'
import { type PersonRow, personRow } from './row.ts'
import { searchOf, stretchesOf } from './search.ts'

export interface PeoplePage {
  items: PersonRow[]
  nextCursor: string | null
  /** How many match; null behind the first page, and where counting them would take long. */
  matching: number | null
  modelVersion: number
}

export interface PageQuery {
  limit?: string | number | undefined
  cursor?: string | undefined
}

/** Whoever counts looks at so many at most: where the index tells all of them, and where it does not. */
const [mostCounted, mostCardsCounted] = [20_000, 4_000]
const [usual, most] = [50, 500]

/** The people who match, those with the highest score first, then by e-mail and id. Throws `Refused('invalid')`. */
export function* peoplePageInSteps(
  ws: Workspace,
  filters: SegmentFilters,
  query: PageQuery,
): Generator<void, PeoplePage> {
  const limit = query.limit ? readWhole('limit', query.limit, 1, most) : usual
  const after = query.cursor ? readCursor(query.cursor) : null
  const search = searchOf(ws, filters)
  const found = yield* foundInSteps(ws, search, after, limit + 1)
  const items = found.slice(0, limit)
  const isMore = found.length > limit
  return {
    items: items.map((card) => personRow(personId(card.id), card, ws.now())),
    nextCursor: isMore ? cursorOf(items.at(-1)!) : null,
    matching: after
      ? null
      : isMore
        ? yield* countInSteps(ws, search, needsCards(search) ? mostCardsCounted : mostCounted)
        : items.length,
    modelVersion: search.model,
  }
}

function* foundInSteps(
  ws: Workspace,
  search: PeopleSearch,
  after: PeopleKey | null,
  wanted: number,
): Generator<void, ListedCard[]> {
  const found: ListedCard[] = []
  for (const stretch of stretchesOf(ws, search, after, wanted * 2)) {
    found.push(...peopleInStretch(ws.db, search, stretch, wanted - found.length))
    if (found.length >= wanted) break
    yield
  }
  return found
}

const shape = z.tuple([z.number(), z.string(), z.string()])

function cursorOf({ score_down, email, id }: ListedCard): string {
  return urlJson([score_down, email, hexOf(bytesOf(id))])
}

/** Throws `Refused('invalid')`. */
function readCursor(cursor: string): PeopleKey {
  const parts = shape.safeParse(jsonOfUrl(cursor)).data
  const id = parts && bytesOfHex(parts[2])
  if (!parts || !id)
    throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page', { field: 'cursor' })
  return { score_down: parts[0], email: parts[1], id }
}
