import { Refused } from '../../domain/refusal.ts'
import { needWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import { type RankedPerson, rankingInSteps, rankingRowsInSteps } from '../ranking.ts'
import { readWhole } from '../ranking-query.ts'
import type { Workspace } from '../workspace.ts'
import { findReplay } from './replay.ts'
import { type LinkedViewing, linkedViewings } from './viewers-of-page.ts'

/** Somebody who registered and did not come, with the link by which they can still watch. */
export interface NoShow extends Omit<LinkedViewing, 'viewing'> {
  person: RankedPerson['person']
  score: number
  /** Null: nothing was watched. */
  watched: ReturnType<typeof amountOf>
}

export interface NoShowQuery {
  limit?: string | undefined
  cursor?: string | undefined
  includeUnsubscribed?: string | undefined
}

export interface NoShowPage {
  items: NoShow[]
  /** So many were looked at and left out because they want no mail. */
  leftOut: number
  nextCursor: string | null
}

const atATime = 200

/**
 * Who registered and did not come, in the order of the ranking, each with a link of their own. Who left the mailing list
 * or withdrew consent is left out unless asked for. Refuses as `ranking` does.
 */
export function* noShowsInSteps(
  ws: Workspace,
  webinarId: string,
  query: NoShowQuery,
  origin: string,
): Generator<void, NoShowPage> {
  const limit = query.limit ? readWhole('limit', query.limit, 1, atATime) : 50
  const all = wantsAll(query)
  const linked = rowsWith(ws, webinarId, origin)
  const page: NoShowPage = { items: [], leftOut: 0, nextCursor: query.cursor ?? null }
  do {
    const missing = { attended: 'no_show', limit: limit - page.items.length, cursor: page.nextCursor ?? undefined }
    const found = yield* rankingInSteps(ws, webinarId, missing)
    const rows = linked(found.items)
    const wanted = rows.filter(({ unsubscribed }) => all || !unsubscribed)
    page.items.push(...wanted)
    page.leftOut += rows.length - wanted.length
    page.nextCursor = found.nextCursor
    yield
  } while (page.nextCursor !== null && page.items.length < limit)
  return page
}

/** The same, all of them, for a file; refuses when it is called and not only when it is read. */
export function* allNoShowsInSteps(
  ws: Workspace,
  webinarId: string,
  query: NoShowQuery,
  origin: string,
): Generator<void, Iterable<NoShow>> {
  const all = wantsAll(query)
  const linked = rowsWith(ws, webinarId, origin)
  const rows = yield* rankingRowsInSteps(ws, webinarId, { attended: 'no_show' })
  return inHandfuls(rows, (some) => linked(some).filter(({ unsubscribed }) => all || !unsubscribed))
}

/** Whether a caller asks for everybody. */
export function wantsAll({ includeUnsubscribed: asked = 'false' }: NoShowQuery): boolean {
  if (asked === 'true' || asked === 'false') return asked === 'true'
  const field = 'includeUnsubscribed'
  throw new Refused('invalid', `${field}: expected true or false, got "${asked}"`, { field })
}

function* inHandfuls<Row, Made>(rows: Iterable<Row>, make: (some: Row[]) => Made[]): Generator<Made> {
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < atATime) continue
    yield* make(some)
    some = []
  }
  yield* make(some)
}

function rowsWith(ws: Workspace, webinarId: string, origin: string) {
  const { webinar } = needWebinar(ws, webinarId)
  const from = findReplay(ws, webinar) ? origin : null
  return (rows: readonly RankedPerson[]): NoShow[] => {
    const ids = rows.map(({ person }) => person.id)
    return linkedViewings(ws, webinar, ids, from).map(({ viewing, ...linked }, at) => ({
      person: rows[at]!.person,
      score: rows[at]!.score,
      ...linked,
      watched: amountOf(viewing),
    }))
  }
}

function amountOf(viewing: LinkedViewing['viewing']) {
  if (!viewing) return null
  const { seconds, share, evidence, mediaSeconds, intervals, lastAt } = viewing
  return { seconds, share, evidence, mediaSeconds, intervals, lastAt: momentOf(lastAt) }
}
