import { openZoom } from '../../src/sources/zoom/api/open-zoom.ts'
import type { Cursor, Page, Room, Step, ZoomProblem } from '../../src/sources/zoom/api/step.ts'
import type { ZoomAccess, ZoomApi } from '../../src/sources/zoom/api/zoom-api.ts'
import { type FakeZoom, type FakeZoomOptions, fakeZoom } from './fake-zoom.ts'
import { HOUR, type Story, type ToldWebinar } from './story.ts'
import { tellAccount, tellWebinar } from './tell.ts'
import { TestClock } from './test-clock.ts'

/** A fake Zoom, an API opened on it, and their clock, which stands `after` ms behind the end of the first room. */
export interface Opened {
  webinar: ToldWebinar
  room: Room
  zoom: FakeZoom
  clock: TestClock
  api: ZoomApi
}

export const heldAt = Date.parse('2026-04-01T11:00:00Z')

export function opened({
  story,
  after = 2 * HOUR,
  access,
  ...options
}: Partial<FakeZoomOptions> & { story?: Story; after?: number; access?: Partial<ZoomAccess> } = {}): Opened {
  const told = story ?? tellAccount([tellWebinar({ startsAt: heldAt })])
  const webinar = told.webinars[0]!
  const [instance] = webinar.instances
  const clock = new TestClock(instance!.to + after)
  const zoom = fakeZoom({ story: told, now: clock.now, onHang: () => clock.pass(60_000), ...options })
  const api = openZoom(
    { ...zoom.access, ...access },
    { ...clock, fetch: zoom.fetch, oauth: 'https://zoom.us', api: 'https://api.zoom.us' },
  )
  return { webinar, room: { platformId: webinar.id, uuid: instance!.uuid }, zoom, clock, api }
}

/** All pages of a step, in their order; what it learns goes into the room. */
export async function pagesOf(api: ZoomApi, step: Step, room: Room): Promise<Page[]> {
  const pages: Page[] = []
  let cursor: Cursor | null = {}
  while (cursor) {
    const page: Page = await step.page(api, room, cursor)
    Object.assign(room, page.learned)
    pages.push(page)
    cursor = page.next
  }
  return pages
}

/** The problem with which a promise is turned down. */
export async function problemOf(asked: Promise<unknown>): Promise<ZoomProblem> {
  try {
    await asked
  } catch (error) {
    return error as ZoomProblem
  }
  throw new Error('it was answered')
}
