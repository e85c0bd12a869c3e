import type { Threshold } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { findSettings } from '../store/settings.ts'
import { backlog } from './drain.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import { rescored } from './rescore.ts'
import { unscored } from './unscored.ts'
import type { Workspace } from './workspace.ts'

/** What the workspace is called, its formula in short, and how far scoring is. Throws `Refused('not_found')`. */
export function showWorkspace(ws: Workspace) {
  const settings = findSettings(ws.db)
  if (!settings) throw new Refused('not_found', `The workspace ${ws.id} has not been created`)
  const { slug, name, timezone } = settings
  const modelVersion = currentVersion(ws)
  const { thresholds, velocity } = compiledModel(ws, modelVersion).model
  return {
    id: ws.id,
    slug,
    name,
    timezone,
    backlog: backlog(ws),
    rescored: rescored(ws),
    unscored: unscored(ws),
    modelVersion,
    thresholds: { mql: asScore(thresholds.mql), sql: asScore(thresholds.sql) },
    velocity,
  }
}

/** Null where it is a condition. */
function asScore(threshold: Threshold): number | null {
  return typeof threshold === 'number' ? threshold : null
}
