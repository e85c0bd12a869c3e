import { countDue, deleteAllDue, openScope } from '../store/due.ts'
import { deleteSomeCards, modelsInState, setModelCurrent, setModelState } from '../store/models.ts'
import { crossingRules } from './alerts/crossed.ts'
import { forgetModelStates } from './live-models.ts'
import type { Workspace } from './workspace.ts'

/** So many rows at most in one go. */
const rows = 2_000

/** When nobody is due under the version that is being built, readers switch to it. True when that happened. */
export function switchModel(ws: Workspace): boolean {
  const [building] = modelsInState(ws.db, 'building')
  if (building === undefined || countDue(ws.db, building, ws.now()) > 0) return false
  const [current] = modelsInState(ws.db, 'current')
  if (current !== undefined) retire(ws, current)
  setModelCurrent(ws.db, building, ws.now())
  forgetModelStates(ws)
  // The cards of the version before stay until that is worked off: they are cleared when nothing else is to be done.
  if (current !== undefined && crossingRules(ws).length > 0) openScope(ws.db, building, 'settle', current)
  ws.revisions.bumpAll()
  return true
}

/** Takes a version out of use. Its cards go slice by slice; the version itself stays. */
export function retire(ws: Workspace, version: number): void {
  setModelState(ws.db, version, 'retired')
  deleteAllDue(ws.db, version)
  forgetModelStates(ws)
}

/** Deletes some cards of versions out of use. True when there were any. */
export function clearRetired(ws: Workspace): boolean {
  const [retired] = modelsInState(ws.db, 'retired')
  if (retired === undefined) return false
  if (deleteSomeCards(ws.db, retired, rows)) setModelState(ws.db, retired, 'past')
  return true
}
