import { type CompiledModel, compile } from '../domain/compile.ts'
import { parseModel } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { findModel, modelsInState } from '../store/models.ts'
import type { Workspace } from './workspace.ts'

/** Versions under which new facts are scored: the current one, and the one that is to follow it. */
export function liveModels(ws: Workspace): number[] {
  ws.remembered.liveModels ??= modelsInState(ws.db, ['current', 'building'])
  return ws.remembered.liveModels
}

/** The version that readers see. */
export function currentVersion(ws: Workspace): number {
  const [version] = modelsInState(ws.db, ['current'])
  if (version === undefined) throw new Refused('not_found', `The workspace ${ws.id} has not been created`)
  return version
}

/** A published version, ready to score. Throws `Refused('not_found')`. */
export function compiledModel(ws: Workspace, version: number): CompiledModel {
  const known = ws.remembered.models.get(version)
  if (known) return known
  const row = findModel(ws.db, version)
  if (!row) throw new Refused('not_found', `There is no version ${version} of the model`, { field: 'model' })
  const compiled = compile(parseModel(JSON.parse(row.json)), version)
  ws.remembered.models.set(version, compiled)
  return compiled
}
