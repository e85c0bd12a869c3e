import { readMigrations } from '../../../src/hosts/node/migrations.ts'
import { addSource } from '../../../src/workspace/add-source.ts'
import { createWorkspace } from '../../../src/workspace/create-workspace.ts'
import { connectSource } from '../../../src/workspace/pulls/connect.ts'
import { dueSources, nextPullAt } from '../../../src/workspace/pulls/due.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { openInObject } from '../../object-storage.ts'
import { type FakeZoom, type FakeZoomOptions, fakeZoom } from '../../zoom/fake-zoom.ts'
import type { Story } from '../../zoom/story.ts'
import { TestClock } from '../../zoom/test-clock.ts'

export interface OverZoom {
  ws: Workspace
  zoom: FakeZoom
  clock: TestClock
  /** Errors that nobody meant to happen. */
  reported: unknown[]
  source: string
  connect(): Promise<unknown>
  /** Fetches whatever is due until a moment, each thing when it is due. */
  until(at: number): Promise<void>
}

/** A workspace whose way out leads to a Zoom of which a story is told, as of a moment; its source is still to be connected. */
export function overZoom(story: Story, now: number, options: Partial<FakeZoomOptions> = {}): OverZoom {
  const clock = new TestClock(now)
  const zoom = fakeZoom({ story, now: clock.now, onHang: () => clock.pass(60_000), ...options })
  const { wait, deadline } = clock
  const reported: unknown[] = []
  const ws = openWorkspace(openInObject(), {
    ...{ id: 'acme0000', now: clock.now, secret: new Uint8Array(32), soon: setImmediate },
    migrations: readMigrations('workspace'),
    outside: {
      fetch: zoom.fetch,
      oauth: 'https://zoom.us',
      api: 'https://api.zoom.us',
      now: clock.now,
      wait,
      deadline,
    },
    report: (_, error) => void reported.push(error),
  })
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat' })
  const { source } = addSource(ws, { platform: 'zoom', secret: 'zoom-secret-token' })
  return {
    ...{ ws, zoom, clock, reported, source: source.id },
    connect: () => connectSource(ws, source.id, zoom.access),
    async until(at) {
      for (;;) {
        for (const number of dueSources(ws)) while (await pullPage(ws, number));
        const next = nextPullAt(ws)
        if (next === null || next > at) break
        if (next > clock.now()) clock.pass(next - clock.now())
      }
      if (at > clock.now()) clock.pass(at - clock.now())
    },
  }
}
