import { compareRanked, type Ranked } from '../domain/ranking.ts'
import { Refused } from '../domain/refusal.ts'
import type { Webinar } from '../domain/webinar.ts'
import { type AskedMoment, momentAnswered, readAskedMoment } from './asked-moment.ts'
import { countMatching } from './count-matching.ts'
import { needed } from './find-webinar.ts'
import { atOnce } from './in-steps.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { personId } from './person-id.ts'
import { type PlacedRow, peopleNow, rankedNow, thesePeopleNow } from './ranked-now.ts'
import { rankedThen } from './ranked-then.ts'
import { cursorOf, type Place } from './ranking-cursor.ts'
import { type AskedRanking, type RankingQuery, readRankingQuery } from './ranking-query.ts'
import { RankingReader } from './ranking-reader.ts'
import type { RankedPerson, RankingRow } from './ranking-row.ts'
import { numberOfWebinar } from './series.ts'
import type { Workspace } from './workspace.ts'

export type { RankingQuery } from './ranking-query.ts'
export type { RankedPerson, RankingRow } from './ranking-row.ts'

/** Each of them is looked up by itself. */
const missedAtOnce = 20

export interface RankingPage {
  items: RankingRow[]
  /** Everybody in the ranking; null with filters, then so many match `atLeast`. */
  total: number | null
  atLeast: number
  /** How many match, where that can be counted quickly; else null. */
  matching: number | null
  nextCursor: string | null
  modelVersion: number
  asOf: string
  knownAt?: string
}

/** A page of a webinar's ranking, at once. */
export function ranking(ws: Workspace, webinarId: string, query: RankingQuery): RankingPage {
  return atOnce(rankingInSteps(ws, webinarId, query))
}

/**
 * A page of a webinar's ranking: of the present moment as it is stored; as of another one, or under another version of
 * the model, worked out in steps. Throws `Refused('not_found')`, and `Refused('invalid')` that names the wrong field.
 */
export function* rankingInSteps(ws: Workspace, webinarId: string, query: RankingQuery): Generator<void, RankingPage> {
  const moment = readAskedMoment(ws, query)
  const asked = readRankingQuery(query, compiledModel(ws, moment.version).model)
  const of = needed(moment.known.findWebinar(webinarId), webinarId)
  const { version: modelVersion, asOf } = moment
  const wanted = { ...asked, limit: asked.limit + 1 }
  const then = moment.isNow ? null : yield* rankedThen(ws, moment, of, asked)
  const counted = then ? null : countMatching(ws, modelVersion, numberOfWebinar(ws, of.webinar), asked.filter)
  const found = then ? pageOf(then.rows, wanted) : rankedNow(ws, modelVersion, of.webinar, wanted, asOf)
  const rows = found.slice(0, asked.limit)
  const more = found.length > rows.length
  const total = asked.filtered ? null : (then?.all ?? counted)
  const matched = rows.at(-1)?.place.matched ?? asked.after?.matched ?? 0
  return {
    items: rows.map(({ row }) => row),
    total,
    atLeast: total ?? matched + (more ? 1 : 0),
    matching: then ? then.rows.length : counted,
    nextCursor: more ? cursorOf(asked.order, rows.at(-1)!.place) : null,
    modelVersion,
    ...momentAnswered(moment),
  }
}

/** Everybody in a ranking; refuses when the first is read. */
export function* rankingRows(ws: Workspace, webinarId: string, query: WholeRanking): Generator<RankedPerson> {
  yield* atOnce(rankingRowsInSteps(ws, webinarId, query))
}

export type WholeRanking = Omit<RankingQuery, 'limit'>

/**
 * Everybody in a ranking, of another than the present moment worked out in steps before the first is read; else fetched
 * page by page while they are read: nobody twice, and all who were there at the beginning although they move meanwhile;
 * who moved up past the reader comes last. Refuses as `ranking` does, and while it is read with `conflict` when another
 * version of the model came into force meanwhile: a list of half of each helps nobody.
 */
export function* rankingRowsInSteps(
  ws: Workspace,
  webinarId: string,
  query: WholeRanking,
): Generator<void, Iterable<RankedPerson>> {
  const { rows } = yield* wholeRankingInSteps(ws, webinarId, query)
  return rowsOf(rows)
}

/** A whole ranking with whom its rows are about, and the moment that it is for. */
export interface RankedWhole {
  moment: AskedMoment
  of: FoundWebinar
  rows: Iterable<PlacedRow<RankedPerson>>
}

/** The same, with what it is a ranking of. */
export function* wholeRankingInSteps(
  ws: Workspace,
  webinarId: string,
  query: WholeRanking,
): Generator<void, RankedWhole> {
  const moment = readAskedMoment(ws, query)
  const asked = { ...readRankingQuery(query, compiledModel(ws, moment.version).model), limit: 500 }
  const of = needed(moment.known.findWebinar(webinarId), webinarId)
  if (moment.isNow) return { moment, of, rows: rowsNow(ws, moment.version, of.webinar, asked) }
  const { rows } = yield* rankedThen(ws, moment, of, asked)
  return { moment, of, rows }
}

function* rowsOf(placed: Iterable<PlacedRow<RankedPerson>>): Generator<RankedPerson> {
  for (const { row } of placed) yield row
}

function* rowsNow(
  ws: Workspace,
  model: number,
  webinar: Webinar,
  asked: AskedRanking,
): Generator<PlacedRow<RankedPerson>> {
  const reader = new RankingReader(numberOfWebinar(ws, webinar))
  ws.readers.add(reader)
  try {
    yield* rowsFor(reader, ws, model, webinar, asked)
  } finally {
    ws.readers.delete(reader)
  }
}

function* rowsFor(
  reader: RankingReader,
  ws: Workspace,
  model: number,
  webinar: Webinar,
  asked: AskedRanking,
): Generator<PlacedRow<RankedPerson>> {
  const inForce = () => {
    if (currentVersion(ws) !== model)
      throw new Refused('conflict', 'Another version of the model came into force meanwhile. Ask again.')
  }
  for (let { after, offset } = asked, more = true; more; offset = 0) {
    inForce()
    const rows: PlacedRow<RankedPerson>[] = peopleNow(ws, model, webinar, { ...asked, after, offset }, ws.now())
    for (const placed of rows) if (reader.give(placed.person)) yield placed
    more = rows.length === asked.limit
    after = rows.at(-1)?.place ?? null
  }
  const missed = asked.after === null && asked.offset === 0 ? reader.missed() : []
  for (let from = 0; from < missed.length; from += missedAtOnce) {
    inForce()
    yield* thesePeopleNow(ws, model, webinar, asked, missed.slice(from, from + missedAtOnce), ws.now())
  }
}

function pageOf(rows: readonly PlacedRow[], { order, after, offset, limit }: AskedRanking): PlacedRow[] {
  const compare = compareRanked(order)
  const behind = after ? rows.filter(({ place }) => compare(rankedOf(place), rankedOf(after)) > 0) : rows
  return behind.slice(offset, offset + limit)
}

function rankedOf({ points_down, score_down, email, id }: Place): Ranked {
  return { points: -points_down, score: -score_down, email, id: personId(id) } as Ranked
}
