import { readModel } from '../domain/model.ts'
import { Refused } from '../domain/refusal.ts'
import { findModel, modelsInState } from '../store/models.ts'
import { formula } from './formula-words.ts'
import { currentVersion } from './live-models.ts'
import { noVersion } from './models.ts'
import { publishChecked } from './publish-model.ts'
import type { Author } from './signatures.ts'
import type { Workspace } from './workspace.ts'

/**
 * Publishes the content of an old version again, as a new one. Throws `Refused('not_found')` for a version that nobody
 * published, `Refused('conflict')` for the one in force while no other is about to follow it.
 */
export function rollBack(
  ws: Workspace,
  { version, note }: { version: number; note?: string | null | undefined },
  author: Author,
): { version: number } {
  return ws.transaction(() => {
    const row = findModel(ws.db, version)
    if (!row) throw noVersion(version, 'version')
    if (version === currentVersion(ws) && modelsInState(ws.db, 'building').length === 0)
      throw new Refused('conflict', formula('inForce', { version }), { field: 'version' })
    const about = { by: author.by, note: note ?? null, basedOn: currentVersion(ws), rollbackOf: version }
    return publishChecked(ws, readModel(JSON.parse(row.json)), about)
  })
}
