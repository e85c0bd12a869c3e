import { keyId } from '../../../src/store/fact-id.ts'
import { findKey } from '../../../src/store/person-keys.ts'
import { findWebinar } from '../../../src/workspace/find-webinar.ts'
import { personId } from '../../../src/workspace/person-id.ts'
import { linkOf } from '../../../src/workspace/replay/link.ts'
import { setReplay } from '../../../src/workspace/replay/setting.ts'
import { type Progress, takeProgress } from '../../../src/workspace/replay/take-progress.ts'
import { watchPage } from '../../../src/workspace/replay/watch-page.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained, explainPerson, makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, zoom } from '../told.ts'

export const origin = 'https://ripen.example'
export const address = 'https://media.kiwi.example/ripe.mp4'
export const dana = 'dana@kiwi.example'
export const noa = 'noa@fig.example'

/**
 * A day after a webinar of one hour. Dana stayed for 36 minutes of it, Noa registered and did not come; a replay of
 * 3,600 s is set.
 */
export async function afterWebinar(setting: object = { mediaSeconds: 3600 }) {
  const { ws, clock } = makeWorkspace(start + day)
  take(ws, scheduled('educational'), started(), ended())
  take(ws, registered('R1', dana, { firstName: 'Dana' }), registered('R2', noa, { firstName: 'Noa' }))
  take(ws, joined('1', 0, zoom('R1')), left('1', 36, zoom('R1')))
  const { id } = webinars(drained(ws)).items[0]!
  await setReplay(ws, id, { address, ...setting }, origin)
  return { ws, clock, id }
}

/** The token of somebody's link. */
export function tokenOf(ws: Workspace, webinar: string, email: string): string {
  const key = findKey(ws.db, keyId(`e:${email}`))!
  const path = linkOf(ws, findWebinar(ws, webinar)!.webinar, key.number, personId(keyId(`e:${email}`)).slice(2))
  return path.replace('/watch/', '')
}

/** Loads the page of a link; what it reports then. */
export function sitDown(ws: Workspace, token: string) {
  const { sitting } = watchPage(ws, token)
  return (intervals: [number, number][], more: Partial<Progress> = {}) =>
    takeProgress(ws, token, { sitting, intervals, ...more })
}

/** All viewings that are stored of somebody. */
export function viewingsOf(ws: Workspace, email: string) {
  const facts = explainPerson(drained(ws), email).timeline.filter(({ type }) => type === 'replay.watched')
  return facts.reverse().map(({ at, data }) => ({ at, ...(data as { intervals: [number, number][] }) }))
}
