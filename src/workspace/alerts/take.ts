import { Refused } from '../../domain/refusal.ts'
import { releaseAlert, takeAlert } from '../../store/alerts.ts'
import type { Workspace } from '../workspace.ts'
import { needAlert, type ShownAlert, showAlert } from './show-alerts.ts'
import { alert } from './words.ts'

/**
 * Somebody says that they look after it. Twice by the same is once. Throws `Refused('not_found')`, and `('conflict')` where
 * somebody else was first.
 */
export function take(ws: Workspace, id: string, by: string): ShownAlert {
  return ws.transaction(() => {
    const { number } = needAlert(ws, id)
    if (!takeAlert(ws.db, number, ws.now(), by)) {
      const { takenBy } = needAlert(ws, id)
      if (takenBy !== by) throw new Refused('conflict', alert('takenBy', { name: takenBy ?? '' }))
    }
    return showAlert(ws, id)
  })
}

/** Gives it back: anybody may take it. Throws `Refused('not_found')`. */
export function release(ws: Workspace, id: string): ShownAlert {
  return ws.transaction(() => {
    releaseAlert(ws.db, needAlert(ws, id).number)
    return showAlert(ws, id)
  })
}
