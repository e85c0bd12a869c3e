import { type CompiledModel, compile } from '../domain/compile.ts'
import { readModel } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { findModel, modelsInState } from '../store/models.ts'
import type { FactReader, Workspace } from './workspace.ts'

/** Versions under which new facts are scored: the current one, and the one that is to follow it. */
export function liveModels(ws: Workspace): readonly number[] {
  ws.remembered.liveModels ??= modelsInState(ws.db, 'current', 'building')
  return ws.remembered.liveModels
}

/** The version that readers see. */
export function currentVersion(ws: Workspace): number {
  ws.remembered.current ??= modelsInState(ws.db, 'current')[0] ?? null
  if (ws.remembered.current === null) throw new Refused('not_found', `The workspace ${ws.id} has not been created`)
  return ws.remembered.current
}

/** To be called where a version changes its state. */
export function forgetModelStates(ws: Workspace): void {
  ws.remembered.liveModels = null
  ws.remembered.current = null
}

/** A version that was committed, ready to score. Throws `Refused('not_found')`. */
export function compiledModel(ws: Pick<FactReader, 'db' | 'models'>, version: number): CompiledModel {
  const known = ws.models.get(version)
  if (known) return known
  const row = findModel(ws.db, version)
  if (!row) throw new Refused('not_found', `There is no version ${version} of the model`, { field: 'model' })
  const compiled = compile(readModel(JSON.parse(row.json)), version)
  ws.models.set(version, compiled)
  return compiled
}
