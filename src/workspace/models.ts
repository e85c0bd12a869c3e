import { Refused } from '../domain/refusal.ts'
import { findModel, listModels } from '../store/models.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

/** The model that readers see. */
export function currentModel(ws: Workspace) {
  return modelVersion(ws, currentVersion(ws))
}

/** One published version with its text. Throws `Refused('not_found')`. */
export function modelVersion(ws: Workspace, version: number) {
  const row = findModel(ws.db, version)
  if (!row) throw new Refused('not_found', `There is no version ${version} of the model`, { field: 'model' })
  return { version, publishedAt: momentOf(row.publishedAt), model: JSON.parse(row.json) as Record<string, unknown> }
}

/** All published versions, newest first: the `current` one, one that is `building`, and those of the `past`. */
export function modelVersions(ws: Workspace) {
  const items = listModels(ws.db).map(({ version, state, publishedAt }) => ({
    version,
    state: state === 'retired' ? 'past' : state,
    publishedAt: momentOf(publishedAt),
  }))
  return { items }
}
