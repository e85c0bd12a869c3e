import type { AtEnd } from '../process/running.ts'
import { type FakeZoom, fakeZoom } from '../zoom/fake-zoom.ts'
import { tellPast } from '../zoom/tell.ts'

/** So many webinars the account has held, one a week. */
export const held = 3

/** A Zoom that listens on this machine, and by which variables a host is told of it. */
export async function listeningZoom(atEnd: AtEnd): Promise<{ zoom: FakeZoom; env: NodeJS.ProcessEnv }> {
  const zoom = fakeZoom({ story: tellPast(Date.now(), { count: held, people: 6 }), now: Date.now })
  const { url, close } = await zoom.listen()
  atEnd(() => void close())
  return { zoom, env: { RIPEN_ZOOM_API: `${url}/v2`, RIPEN_ZOOM_OAUTH: `${url}/oauth/token` } }
}
