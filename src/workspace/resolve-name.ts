import { Refused } from '../domain/refusal.ts'
import type { WebinarName } from '../domain/statement.ts'
import { findName, insertName } from '../store/webinar-names.ts'
import { type Changes, touchSeries } from './changes.ts'
import { findWebinar, ownName } from './find-webinar.ts'
import type { Workspace } from './workspace.ts'

/** `platform` of a name that carries Ripen's own webinar id. */
const own = ''

/** The number of a webinar name, given a row when it is new: a new name may be a new webinar. */
export function resolveName(ws: Workspace, given: WebinarName, changes: Changes): number {
  const name = storedName(ws, given)
  const text = JSON.stringify(name)
  const known = ws.remembered.names.get(text) ?? findName(ws.db, name)
  if (known === undefined) touchSeries(ws, changes, name.platform, name.platformId)
  const number = known ?? insertName(ws.db, name, changes.receivedAt)
  ws.remembered.names.set(text, number)
  return number
}

/** The name to store: our own id becomes a platform's name. Throws `Refused('invalid')` for one never given out. */
export function storedName(ws: Workspace, name: WebinarName): WebinarName {
  if (name.platform !== own) return name
  const found = findWebinar(ws, name.platformId)
  if (found) return ownName(found.webinar)
  throw new Refused('invalid', `data.webinar.id: there is no webinar "${name.platformId}"`, {
    field: 'data.webinar.id',
  })
}
