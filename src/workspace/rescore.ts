import { cursorOf, openScope } from '../store/due.ts'
import { countPeople, lastKey } from '../store/person-keys.ts'
import { drain } from './drain.ts'
import { currentVersion } from './live-models.ts'
import type { Workspace } from './workspace.ts'

/** Makes everybody due under the current version. */
export function startRescore(ws: Workspace): void {
  ws.transaction(() => openScope(ws.db, currentVersion(ws), 'everybody', 0))
}

/** How much of the scoring of everybody is done, from 0 to 1; null when none is under way. */
export function rescored(ws: Workspace): number | null {
  const cursor = cursorOf(ws.db, currentVersion(ws), 'everybody')
  return cursor === null ? null : cursor / Math.max(lastKey(ws.db), 1)
}

/** Scores everybody anew and returns when it is done. `onProgress` hears how much is left to do. */
export function rescore(ws: Workspace, onProgress?: (remaining: number) => void): { people: number } {
  startRescore(ws)
  for (let remaining = 1; remaining > 0; ) {
    remaining = drain(ws, 200).remaining
    onProgress?.(remaining)
  }
  return { people: countPeople(ws.db) }
}
