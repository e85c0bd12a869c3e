import { canonicalJson } from '../domain/fact.ts'
import { type Model, parseModel } from '../domain/model.ts'
import { failedTests } from '../domain/model-tests.ts'
import { Refused } from '../domain/refusal.ts'
import { openScope } from '../store/due.ts'
import { insertModel, modelsInState } from '../store/models.ts'
import { formula } from './formula-words.ts'
import { forgetModelStates } from './live-models.ts'
import type { Signatures } from './signatures.ts'
import { retire } from './switch-model.ts'
import type { Workspace } from './workspace.ts'

/** What is kept beside a version: who published it and why, what it was made from, who signed it. */
export interface Publication {
  by?: string
  note?: string | null
  basedOn?: number
  rollbackOf?: number
  signatures?: Signatures
  /** Those who cross a threshold or surge by it alone are told of when it comes into force; else nobody is. */
  alerts?: boolean
}

/**
 * Publishes a model as the next version: immutable from then on, and everybody is due under it. Readers switch when
 * all cards are there; a version that was still being built gives way. Throws `Refused('invalid')` with the place, or
 * with the tests inside the model that are red.
 */
export function publishModel(ws: Workspace, json: unknown, about: Publication = {}): { version: number } {
  const model = parseModel(json)
  refuseRed(model)
  return publishChecked(ws, model, about)
}

/** The same with a model that was checked, be it when it was published first: a way back must not hang on a check that came later. */
export function publishChecked(ws: Workspace, model: Model, about: Publication): { version: number } {
  return ws.transaction(() => {
    for (const unfinished of modelsInState(ws.db, 'building')) retire(ws, unfinished)
    const first = modelsInState(ws.db, 'current').length === 0
    const now = ws.now()
    const version = insertModel(ws.db, {
      json: canonicalJson(model),
      state: first ? 'current' : 'building',
      publishedAt: now,
      publishedBy: about.by ?? null,
      note: about.note ?? null,
      basedOn: about.basedOn ?? null,
      rollbackOf: about.rollbackOf ?? null,
      signatures: JSON.stringify(about.signatures ?? {}),
      alerts: about.alerts && !first ? 1 : 0,
      switchedAt: first ? now : null,
    })
    openScope(ws.db, version, 'everybody', 0)
    if (!first) openScope(ws.db, version, 'arrange', 0)
    forgetModelStates(ws)
    return { version }
  })
}

const mostNamed = 3

function refuseRed(model: Model): void {
  const red = failedTests(model).map(({ name, because, failures }) => ({ name, because, failures }))
  if (red.length === 0) return
  const named = red.slice(0, mostNamed).map(({ name }) => `“${name}”`)
  const names = named.join(', ') + (red.length > mostNamed ? ' …' : '')
  throw new Refused('invalid', formula('redTests', { names }), { field: 'tests', tests: red })
}
