import { bitsOfTopics } from '../domain/buying-bits.ts'
import type { Model } from '../domain/model.ts'
import { compareRanked, matches, type Ranked } from '../domain/ranking.ts'
import { type Scorecard, score } from '../domain/score.ts'
import type { Standing } from '../domain/standing.ts'
import { idOfKey } from '../store/person-keys.ts'
import type { RankedRow } from '../store/rankings.ts'
import type { AskedMoment } from './asked-moment.ts'
import { cardRowOf, nameOf, rankedEmail, standingRowOf, tookPart } from './card-rows.ts'
import type { Knowledge } from './knowledge.ts'
import { compiledModel } from './live-models.ts'
import { type FoundWebinar, peopleOfWebinar } from './people-of-webinar.ts'
import { bytesOfPersonId, personId } from './person-id.ts'
import type { PlacedRow } from './ranked-now.ts'
import type { AskedRanking } from './ranking-query.ts'
import { rankingRowOf } from './ranking-row.ts'
import { detailOf } from './standing-detail.ts'
import type { Workspace } from './workspace.ts'

/** One person's standing in a webinar as of a moment. */
export interface StandingThen {
  person: number
  card: Scorecard
  standing: Standing
}

const atATime = 50

/** Everybody's standing in a webinar as of a moment, worked out from the facts, so many people at a time. */
export function* standingsThen(
  ws: Workspace,
  model: number,
  of: FoundWebinar,
  asOf: number,
  known: Knowledge,
): Generator<StandingThen[]> {
  const compiled = compiledModel(ws, model)
  for (const people of peopleOfWebinar(known, of, atATime)) {
    yield known.peopleFacts(people).flatMap(({ person, facts, webinars, fault }) => {
      if (fault !== null) throw fault
      const card = score(compiled, facts, webinars, asOf)
      const standing = card.standings.find((each) => each.webinar === of.webinar.id)
      return standing ? [{ person, card, standing }] : []
    })
  }
}

/** The whole ranking as of a moment, in steps: who matches, in order, with ranks in the whole order. */
export function* rankedThen(
  ws: Workspace,
  { asOf, known, version: model }: AskedMoment,
  of: FoundWebinar,
  { order, filter }: AskedRanking,
): Generator<void, { rows: PlacedRow[]; all: number }> {
  const compiled = compiledModel(ws, model)
  const people: { then: StandingThen; ranked: Ranked }[] = []
  for (const standings of standingsThen(ws, model, of, asOf, known)) {
    for (const then of standings) people.push({ then, ranked: rankedOf(ws, then, compiled.model) })
    yield
  }
  const compare = compareRanked(order)
  people.sort((a, b) => compare(a.ranked, b.ranked))
  const rows: PlacedRow[] = []
  for (const [index, { then, ranked }] of people.entries()) {
    if (!matches(filter, ranked)) continue
    const { card, standing } = then
    const id = bytesOfPersonId(ranked.id)!
    const row: RankedRow = {
      ...standingRowOf(standing, { number: 0, over: true, passedMs: 0 }, compiled),
      ...cardRowOf(card, null),
      person: then.person,
      id,
      score_down: 0 - card.score,
    }
    const { points_down, score_down, email } = row
    const rank = index + 1
    const place = { points_down, score_down, email, id, rank, matched: rows.length + 1 }
    rows.push({ row: rankingRowOf(row, detailOf(standing, true), rank), person: then.person, place })
  }
  return { rows, all: people.length }
}

function rankedOf(ws: Workspace, { person, card, standing }: StandingThen, model: Model): Ranked {
  const { points, registered, attended, replayed, noShow } = standing
  return {
    points,
    score: card.score,
    email: rankedEmail(card),
    id: personId(idOfKey(ws.db, person)),
    stage: card.stage,
    temperature: card.temperature,
    grade: card.grade,
    registered,
    attended,
    replayed,
    noShow,
    tookPart: tookPart(standing),
    name: nameOf(card),
    company: card.profile.company ?? null,
    buying: bitsOfTopics(model, standing.buying),
  }
}
