import { score } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'
import { countBetween, type RankedRow, rankingPage } from '../store/rankings.ts'
import { compiledModel } from './live-models.ts'
import { personFacts } from './person-facts.ts'
import type { Place } from './ranking-cursor.ts'
import type { AskedRanking } from './ranking-query.ts'
import { type RankingRow, rankingRowOf } from './ranking-row.ts'
import { numberOfWebinar } from './series.ts'
import { detailOf, type StandingDetail, unpacked } from './standing-detail.ts'
import type { Workspace } from './workspace.ts'

/** A row of a page and where the next page would go on behind it. */
export interface PlacedRow {
  row: RankingRow
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
  const { order, filter, filtered, after, limit, offset } = asked
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
    const place = { points_down, score_down, email, id, rank, matched }
    return { row: rankingRowOf(row, detailNow(ws, model, webinar, row, now), rank), place }
  })
}

/** What is shown beside a place. While the webinar may still move by the clock, it is worked out anew. */
function detailNow(ws: Workspace, model: number, webinar: Webinar, row: RankedRow, now: number): StandingDetail {
  const stored = unpacked(row.detail)
  if (stored.over) return stored
  const { facts, webinars } = personFacts(ws, row.person)
  const card = score(compiledModel(ws, model), facts, webinars, now)
  const standing = card.standings.find((standing) => standing.webinar === webinar.id)
  return standing ? { ...detailOf(standing, false), parts: stored.parts } : stored
}
