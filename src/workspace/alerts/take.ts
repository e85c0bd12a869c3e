import { Refused } from '../../domain/refusal.ts'
import { type AlertRow, releaseAlerts, takeAlerts } from '../../store/alerts.ts'
import { keysOfPeople } from '../../store/person-facts.ts'
import { personOfKey } from '../../store/person-keys.ts'
import type { Workspace } from '../workspace.ts'
import { needAlert, type ShownAlert, showAlert } from './show-alerts.ts'
import { alert } from './words.ts'

/**
 * Somebody says that they look after whom an alert is about: all alerts of the person that nobody has taken are theirs.
 * Twice by the same is once. Throws `Refused('not_found')`, and `('conflict')` where somebody else was first.
 */
export function take(ws: Workspace, id: string, by: string): ShownAlert {
  return ws.transaction(() => {
    const { takenAt, takenBy, ...row } = needAlert(ws, id)
    if (takenAt === null) takeAlerts(ws.db, keysOf(ws, row), ws.now(), by)
    else if (takenBy !== by) throw new Refused('conflict', alert('takenBy', { name: takenBy ?? '' }))
    return showAlert(ws, id)
  })
}

/** Gives it back, with all that was taken together with it: anybody may take them. Throws `Refused('not_found')`. */
export function release(ws: Workspace, id: string): ShownAlert {
  return ws.transaction(() => {
    const row = needAlert(ws, id)
    releaseAlerts(ws.db, keysOf(ws, row), row)
    return showAlert(ws, id)
  })
}

/** Numbers of all keys of the person. */
function keysOf(ws: Workspace, { person }: Pick<AlertRow, 'person'>): number[] {
  return keysOfPeople(ws.db, [personOfKey(ws.db, person)]).map(({ number }) => number)
}
