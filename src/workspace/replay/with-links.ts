import { findKey } from '../../store/person-keys.ts'
import { findWebinar } from '../find-webinar.ts'
import { bytesOfPersonId } from '../person-id.ts'
import type { Workspace } from '../workspace.ts'
import { linkOf } from './link.ts'
import { findReplay } from './replay.ts'

/** Webinars of a person, each with the person's own link to its replay; null where it has none. */
export function withLinks<Visited extends { id: string }>(
  ws: Workspace,
  person: string,
  webinars: readonly Visited[],
  origin: string,
): (Visited & { link: string | null })[] {
  const key = findKey(ws.db, bytesOfPersonId(person)!)!
  return webinars.map((visited) => {
    const webinar = findWebinar(ws, visited.id)?.webinar
    const isSet = webinar !== undefined && findReplay(ws, webinar) !== null
    return { ...visited, link: isSet ? origin + linkOf(ws, webinar, key.number, person.slice(2)) : null }
  })
}
