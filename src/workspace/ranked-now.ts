import { score } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'
import { countBetween, placeOf, type RankedRow, rankingPage } from '../store/rankings.ts'
import { compiledModel } from './live-models.ts'
import { personFacts } from './person-facts.ts'
import type { Place } from './ranking-cursor.ts'
import type { AskedRanking } from './ranking-query.ts'
import { type RankedPerson, type RankingRow, rankedPersonOf, rankingRowOf } from './ranking-row.ts'
import { numberOfWebinar } from './series.ts'
import { detailOf, type StandingDetail, unpacked, unpackedHead } from './standing-detail.ts'
import type { Workspace } from './workspace.ts'

/** Somebody's row, or what else is made of it, and where a page would go on behind it. */
export interface PlacedRow<Row = RankingRow> {
  row: Row
  person: number
  place: Place
}

/** A page of the ranking of the present moment, as it is stored. */
export function rankedNow(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  asked: AskedRanking,
  now: number,
): PlacedRow[] {
  const compiled = compiledModel(ws, model).model
  return placedNow(ws, model, webinar, asked, (row, rank) => {
    const stored = unpacked(row, compiled)
    return rankingRowOf(row, stored.over ? stored : detailNow(ws, model, webinar, row, stored, now), rank)
  })
}

/** The same for a file. */
export function peopleNow(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  asked: AskedRanking,
  now: number,
): PlacedRow<RankedPerson>[] {
  return placedNow(ws, model, webinar, asked, inFile(ws, model, webinar, now))
}

/** These people's rows, wherever they stand by now. */
export function thesePeopleNow(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  { order, filter }: AskedRanking,
  people: readonly number[],
  now: number,
): PlacedRow<RankedPerson>[] {
  const query = { model, webinar: numberOfWebinar(ws, webinar), order }
  const rowOf = inFile(ws, model, webinar, now)
  return people.flatMap((person) => {
    const at = placeOf(ws.db, model, query.webinar, person)
    const [row] = at ? rankingPage(ws.db, { ...query, filter, after: null, at, limit: 1, offset: 0 }) : []
    if (!row) return []
    const { points_down, score_down, email, id } = row
    const rank = countBetween(ws.db, query, null, row)
    return [{ row: rowOf(row, rank), person, place: { points_down, score_down, email, id, rank, matched: 0 } }]
  })
}

function inFile(ws: Workspace, model: number, webinar: Webinar, now: number) {
  const compiled = compiledModel(ws, model).model
  return (row: RankedRow, rank: number): RankedPerson => {
    const head = unpackedHead(row, compiled)
    if (head.over) return rankedPersonOf(row, head, rank)
    return rankedPersonOf(row, detailNow(ws, model, webinar, row, unpacked(row, compiled), now), rank)
  }
}

function placedNow<Row>(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  { order, filter, filtered, after, limit, offset }: AskedRanking,
  rowOf: (row: RankedRow, rank: number) => Row,
): PlacedRow<Row>[] {
  const query = { model, webinar: numberOfWebinar(ws, webinar), order }
  const rows = rankingPage(ws.db, { ...query, filter, after, limit, offset })
  let rank = after?.rank ?? 0
  let matched = (after?.matched ?? 0) + offset
  let before: RankedRow | Place | null = after
  return rows.map((row, index) => {
    // Without a filter nobody is left out between two rows; what an offset skips stands before the first.
    const skipped = filtered ? countBetween(ws.db, query, before, row) : index === 0 ? offset + 1 : 1
    rank += skipped
    matched++
    before = row
    const { points_down, score_down, email, id } = row
    return { row: rowOf(row, rank), person: row.person, place: { points_down, score_down, email, id, rank, matched } }
  })
}

/** What is shown beside a place while the webinar may still move by the clock: worked out anew. */
function detailNow(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  { person }: RankedRow,
  stored: StandingDetail,
  now: number,
): StandingDetail {
  const { facts, webinars } = personFacts(ws, person)
  const card = score(compiledModel(ws, model), facts, webinars, now)
  const standing = card.standings.find((standing) => standing.webinar === webinar.id)
  return standing ? { ...detailOf(standing, false), parts: stored.parts } : stored
}
