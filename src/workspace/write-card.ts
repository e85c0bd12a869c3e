import type { CompiledModel } from '../domain/compile.ts'
import { positionOf } from '../domain/interval.ts'
import { type Scorecard, score } from '../domain/score.ts'
import { deleteCard, findCard, isSameCard, writeCard } from '../store/cards.ts'
import type { CountChanges } from '../store/counts.ts'
import { idOfKey } from '../store/person-keys.ts'
import {
  deleteStanding,
  isSameStanding,
  type StandingRow,
  standingsOfPerson,
  writeStanding,
} from '../store/standings.ts'
import { cardRowOf, standingRowOf } from './card-rows.ts'
import { isOver, looksAgainAt } from './look-again.ts'
import type { PersonFacts } from './person-facts.ts'
import { numberOfWebinar } from './series.ts'
import type { Workspace } from './workspace.ts'

/**
 * Scores a person as of `now` and stores what differs from before: card, standings, counts. Somebody without facts,
 * as a person is who was merged into another, has neither card nor standing.
 */
export function scorePerson(
  ws: Workspace,
  model: CompiledModel,
  person: number,
  known: PersonFacts,
  now: number,
  counts: CountChanges,
): void {
  const before = standingsOfPerson(ws.db, model.version, person)
  if (known.facts.length === 0) {
    deleteCard(ws.db, model.version, person)
    replaceStandings(ws, model.version, person, before, [], counts)
    return
  }
  const card = score(model, known.facts, known.webinars, now)
  const row = cardRowOf(card, looksAgainAt(card, known, now))
  const stored = findCard(ws.db, model.version, person)
  if (!stored || !isSameCard(stored, row)) writeCard(ws.db, model.version, person, row)
  replaceStandings(ws, model.version, person, before, standingRows(ws, person, card, known, now), counts)
}

function standingRows(ws: Workspace, person: number, card: Scorecard, known: PersonFacts, now: number): StandingRow[] {
  if (card.standings.length === 0) return []
  const id = idOfKey(ws.db, person)
  return card.standings.map((standing) => {
    const webinar = known.webinars.get(standing.webinar)!
    const [number, over, passedMs] = [numberOfWebinar(ws, webinar), isOver(webinar, now), positionOf(webinar.live, now)]
    return standingRowOf(card, standing, { id, number, over, passedMs })
  })
}

function replaceStandings(
  ws: Workspace,
  model: number,
  person: number,
  before: readonly StandingRow[],
  after: readonly StandingRow[],
  counts: CountChanges,
): void {
  for (const row of before) {
    counts.add(row, -1)
    if (!after.some(({ webinar }) => webinar === row.webinar)) deleteStanding(ws.db, model, person, row.webinar)
  }
  for (const row of after) {
    counts.add(row, 1)
    const old = before.find(({ webinar }) => webinar === row.webinar)
    if (!old || !isSameStanding(old, row)) writeStanding(ws.db, model, person, row)
  }
}
