import { scoreHistory } from '../domain/score-history.ts'
import type { Stage, Temperature } from '../domain/stage.ts'
import { momentOf } from './moment.ts'
import { askedPerson, type PersonQuery } from './show-person.ts'
import type { Workspace } from './workspace.ts'

/** How a score came about: each step holds until the next. `complete`: no older step was left out. */
export interface PersonHistory {
  steps: { at: string; score: number; stage: Stage; temperature: Temperature }[]
  modelVersion: number
  asOf: string
  complete: boolean
}

/** What one answer may cost: steps, and facts that are looked at again and again for them. */
const most = { steps: 500, work: 200_000 }

/** The exact score of a person at every moment it changed. Refuses and moves as `showPerson` does. */
export function personHistory(ws: Workspace, id: string, query: PersonQuery = {}): PersonHistory | { movedTo: string } {
  const asked = askedPerson(ws, id, query)
  if ('movedTo' in asked) return asked
  const { facts, webinars, model, modelVersion, asOf } = asked
  const { steps, complete } = scoreHistory(model, facts, webinars, asOf, most)
  const shown = steps.map(({ at, ...step }) => ({ at: momentOf(at), ...step }))
  return { steps: shown, modelVersion, asOf: momentOf(asOf), complete }
}
