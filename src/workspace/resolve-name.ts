import { canonicalJson } from '../domain/fact.ts'
import { Refused } from '../domain/refusal.ts'
import type { WebinarName } from '../domain/statement.ts'
import type { Webinar } from '../domain/webinar.ts'
import { findName, insertName } from '../store/webinar-names.ts'
import { type Changes, touchSeries } from './changes.ts'
import { findWebinar, ownName } from './find-webinar.ts'
import type { Workspace } from './workspace.ts'

/** `platform` of a name that carries Ripen's own webinar id. */
const own = ''

/**
 * The number of a webinar name, given a row when it is new: a new name may be a new webinar.
 * Throws `Refused('invalid')` for an own id that was never given out.
 */
export function resolveName(ws: Workspace, given: WebinarName, changes: Changes): number {
  const name = given.platform === own ? ownName(findOwn(ws, given.platformId)) : given
  const text = canonicalJson(name)
  const known = ws.remembered.names.get(text) ?? findName(ws.db, name)
  if (known === undefined) touchSeries(ws, changes, name.platform, name.platformId)
  const number = known ?? insertName(ws.db, name)
  ws.remembered.names.set(text, number)
  return number
}

function findOwn(ws: Workspace, id: string): Webinar {
  const found = findWebinar(ws, id)
  if (!found) throw new Refused('invalid', `data.webinar.id: there is no webinar "${id}"`, { field: 'data.webinar.id' })
  return found.webinar
}
