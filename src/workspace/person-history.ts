import { type ScoreHistory, type ScoreStep, scoreHistory } from '../domain/score-history.ts'
import { momentAnswered } from './asked-moment.ts'
import { momentOf } from './moment.ts'
import { askedPerson, type PersonQuery } from './show-person.ts'
import type { Workspace } from './workspace.ts'

/** How a score came about: each step holds until the next. `complete`: no older step was left out. */
export interface PersonHistory {
  steps: (Omit<ScoreStep, 'at'> & { at: string })[]
  modelVersion: number
  asOf: string
  knownAt?: string
  complete: boolean
}

/** What one answer may cost: steps, and facts that are looked at again and again for them. */
const most = { steps: 500, work: 500_000 }

/** The exact score of a person at every moment it changed. Refuses and moves as `showPerson` does. */
export async function personHistory(
  ws: Workspace,
  id: string,
  query: PersonQuery = {},
): Promise<PersonHistory | { movedTo: string }> {
  const asked = askedPerson(ws, id, query)
  if ('movedTo' in asked) return asked
  const { facts, webinars, model, moment } = asked
  const { asOf, version: modelVersion } = moment
  let known: ScoreHistory = { steps: [], complete: true, work: 0 }
  for (known of scoreHistory(model, facts, webinars, asOf)) {
    if (known.steps.length > most.steps || known.work > most.work) break
    await otherCalls()
  }
  const steps = known.steps.slice(-most.steps).map(({ at, ...step }) => ({ at: momentOf(at), ...step }))
  const complete = known.complete && known.steps.length <= most.steps
  return { steps, modelVersion, ...momentAnswered(moment), complete }
}

/** Lets others be served between two goes. */
function otherCalls(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
