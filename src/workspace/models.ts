import { readModel } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { findModel, listModels, type ModelRow } from '../store/models.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import { shownSignatures } from './signatures.ts'
import type { Workspace } from './workspace.ts'

/** The model that readers see. */
export function currentModel(ws: Workspace) {
  return modelVersion(ws, currentVersion(ws))
}

/**
 * One published version with its text: what an earlier release could not say yet is said as it was meant. Throws
 * `Refused('not_found')`.
 */
export function modelVersion(ws: Workspace, version: number) {
  const row = findModel(ws.db, version)
  if (!row) throw noVersion(version)
  return { ...shown(row), model: readModel(JSON.parse(row.json)) }
}

/** All published versions, newest first: the `current` one, one that is `building`, and those of the `past`. */
export function modelVersions(ws: Workspace) {
  return { items: listModels(ws.db).map(shown) }
}

export function noVersion(version: number, field = 'model'): Refused {
  return new Refused('not_found', `There is no version ${version} of the model`, { field })
}

function shown({ version, state, publishedAt, switchedAt, signatures, ...about }: Omit<ModelRow, 'json'>) {
  const { publishedBy, note, basedOn, rollbackOf } = about
  return {
    version,
    state: state === 'retired' ? ('past' as const) : state,
    publishedAt: momentOf(publishedAt),
    publishedBy,
    note,
    basedOn,
    rollbackOf,
    signed: shownSignatures(signatures),
    switchedAt: switchedAt === null ? null : momentOf(switchedAt),
  }
}
