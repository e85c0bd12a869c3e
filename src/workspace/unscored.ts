import { stopClock } from '../store/cards.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import { listUnscored, writeUnscored } from '../store/unscored.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

const longest = 300
const most = 100

/** Somebody whom the model cannot score, so that they stand as they stood before. */
export interface UnscoredPerson {
  person: string
  reason: string
  since: string
}

/** Notes why scoring a person failed. Tried again when anything new comes, and under the next version or program. */
export function markUnscored(ws: Workspace, model: number, person: number, error: unknown, now: number): void {
  writeUnscored(ws.db, model, { person, reason: reasonOf(error), since: now })
  stopClock(ws.db, model, person)
  ws.report('person cannot be scored', error)
}

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, longest)
}

/** Whom the model in force cannot score, the latest first. */
export function unscored(ws: Workspace): UnscoredPerson[] {
  const rows = listUnscored(ws.db, currentVersion(ws), most)
  const ids = idsOfPeople(
    ws.db,
    rows.map(({ person }) => person),
  )
  return rows.map(({ person, reason, since }) => ({
    person: `p_${ids.get(person)}`,
    reason,
    since: momentOf(since),
  }))
}
