import { caseOf, openScoreOf } from '../domain/backtest/case.ts'
import { type Case, outcomeOf } from '../domain/backtest/sample.ts'
import type { CompiledModel } from '../domain/compile.ts'
import { lastKey, peopleAfter } from '../store/person-keys.ts'
import type { Work } from './jobs.ts'
import { type NumberedPersonFacts, peopleFacts } from './person-facts.ts'
import type { Workspace } from './workspace.ts'

/** How many people with an outcome are not judged, by the reason why. */
export interface LeftOut {
  /** Nothing was known of them before it. */
  unknown: number
  /** Of the company itself, or of a partner. */
  staff: number
  /** They could not be scored. */
  unreadable: number
}

/** The past of everybody under a model. */
export interface GatheredPast {
  cases: Case[]
  openScores: number[]
  leftOut: LeftOut
}

/** So many people at a time: their facts are read together, and others are served in between. */
const handful = 25

/** Scores everybody whose deal was decided as of just before that, and the leads that are open as of `now`. */
export function* gatherPast(ws: Workspace, model: CompiledModel, now: number): Work<GatheredPast> {
  const past: GatheredPast = { cases: [], openScores: [], leftOut: { unknown: 0, staff: 0, unreadable: 0 } }
  const last = lastKey(ws.db)
  for (let behind = 0; ; ) {
    const people = peopleAfter(ws.db, behind, handful)
    if (people.length === 0) return past
    for (const known of peopleFacts(ws, people)) takePerson(model, known, now, past)
    behind = people.at(-1)!
    yield Math.min(1, behind / last)
  }
}

/** The same people once more, under another model. */
export function* rescoreCases(ws: Workspace, model: CompiledModel, cases: readonly Case[]): Work<Case[]> {
  const rescored: Case[] = []
  for (let from = 0; from < cases.length; from += handful) {
    const people = cases.slice(from, from + handful).map(({ person }) => person)
    for (const known of peopleFacts(ws, people)) {
      const found = known.fault === null ? caseOf(model, known) : 'unknown'
      if (typeof found === 'object') rescored.push(found)
    }
    yield from / cases.length
  }
  return rescored
}

function takePerson(model: CompiledModel, known: NumberedPersonFacts, now: number, past: GatheredPast): void {
  try {
    if (known.fault !== null) throw known.fault
    if (known.facts.length === 0) return
    const found = caseOf(model, known)
    if (typeof found === 'object') past.cases.push(found)
    else if (found !== 'open') past.leftOut[found]++
    else past.openScores.push(...openScoreOf(model, known, now))
  } catch {
    if (outcomeOf(known.facts)) past.leftOut.unreadable++
  }
}
