import type { Called, CalledAct, Doer, Entry, Told } from '../../domain/audit.ts'
import { insertAudit } from '../../store/audit.ts'
import type { Workspace } from '../workspace.ts'

/** Writes a line into the log; belongs into the transaction of what was done. Its number. */
export function record(ws: Workspace, { by, email, key = null }: Doer, { act, details }: Entry): number {
  const line = { at: ws.now(), act, by, email, ending: key, details: JSON.stringify(details) }
  return ws.transaction(() => insertAudit(ws.db, line, null)!)
}

/** Does something that the log keeps: both happen, or neither. `entry`: what is to be kept of what came of it. */
export function logged<T>(ws: Workspace, doer: Doer, job: () => T, entry: (result: T) => Entry): T {
  return ws.transaction(() => {
    const result = job()
    record(ws, doer, entry(result))
    return result
  })
}

/** What is kept of an act with something that has a name. */
export function called(act: CalledAct): (what: Called) => Entry {
  return ({ id, name }) => ({ act, details: { id, name } })
}

/** Removes something by its id; the log keeps how it was called. */
export function removing(
  ws: Workspace,
  doer: Doer,
  act: CalledAct,
  what: Called,
  remove: (ws: Workspace, id: string) => void,
): void {
  const entry = called(act)(what)
  logged(
    ws,
    doer,
    () => remove(ws, what.id),
    () => entry,
  )
}

/** Writes what the directory tells of, each once. */
export function recordTold(ws: Workspace, told: readonly Told[]): void {
  ws.transaction(() => {
    for (const { id, at, doer, act, details } of told) {
      const { by, email, key = null } = doer
      insertAudit(ws.db, { at, act, by, email, ending: key, details: JSON.stringify(details) }, id)
    }
  })
}
