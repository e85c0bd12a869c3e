import { readMigrations } from '../../../src/hosts/node/migrations.ts'
import { addSource } from '../../../src/workspace/add-source.ts'
import { createWorkspace } from '../../../src/workspace/create-workspace.ts'
import { connectSource } from '../../../src/workspace/pulls/connect.ts'
import { dueSources, nextPullAt } from '../../../src/workspace/pulls/due.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import { receiveZoom } from '../../../src/workspace/receive-zoom.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { openInObject } from '../../object-storage.ts'
import { drained, SECRET } from '../../workspaces.ts'
import { type FakeZoom, type FakeZoomOptions, fakeZoom } from '../../zoom/fake-zoom.ts'
import type { Story } from '../../zoom/story.ts'
import { TestClock } from '../../zoom/test-clock.ts'
import { type Delivery, signatureOf, signed } from '../../zoom-run.ts'

const encoder = new TextEncoder()
/** So many webhooks come in at a time. */
const handful = 500

export interface OverZoom {
  ws: Workspace
  zoom: FakeZoom
  clock: TestClock
  /** Errors that nobody meant to happen. */
  reported: unknown[]
  source: string
  connect(): Promise<unknown>
  /** Signed as Zoom does, about when it happened, unless it is later already; then all is read and everybody scored. */
  deliver(deliveries: readonly Delivery[]): Promise<void>
  /** Fetches whatever is due until a moment, each thing when it is due. */
  until(at: number): Promise<void>
}

/** A workspace whose way out leads to a Zoom of which a story is told, as of a moment; its source is still to be connected. */
export function overZoom(
  story: Story,
  now: number,
  { before, ...options }: Partial<FakeZoomOptions> & { before?: (zoom: FakeZoom, request: Request) => void } = {},
): OverZoom {
  const clock = new TestClock(now)
  const zoom = fakeZoom({ story, now: clock.now, onHang: () => clock.pass(60_000), ...options })
  const { wait, deadline } = clock
  const reported: unknown[] = []
  const ws = openWorkspace(openInObject(), {
    ...{ id: 'acme0000', now: clock.now, secret: new Uint8Array(32), soon: setImmediate },
    migrations: readMigrations('workspace'),
    outside: {
      ...{ oauth: 'https://zoom.us', api: 'https://api.zoom.us', now: clock.now, wait, deadline },
      fetch(request) {
        before?.(zoom, request)
        return zoom.fetch(request)
      },
    },
    report: (_, error) => void reported.push(error),
  })
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat' })
  const { source, path } = addSource(ws, { platform: 'zoom', secret: SECRET })
  const key = path.split('/').at(-1)!
  const goTo = (at: number) => {
    if (at > clock.now()) clock.pass(at - clock.now())
  }
  return {
    ...{ ws, zoom, clock, reported, source: source.id },
    connect: () => connectSource(ws, source.id, zoom.access),
    async deliver(deliveries) {
      for (let from = 0; from < deliveries.length; from += handful) {
        const some = deliveries.slice(from, from + handful)
        goTo(some.at(-1)!.at)
        const post = ({ body }: Delivery) =>
          receiveZoom(ws, key, signatureOf(signed(body, SECRET)), encoder.encode(body))
        await Promise.all(some.map(post))
      }
      drained(ws)
    },
    async until(at) {
      for (;;) {
        for (const number of dueSources(ws)) while (await pullPage(ws, number));
        const next = nextPullAt(ws)
        if (next === null || next > at) break
        goTo(next)
      }
      goTo(at)
    },
  }
}
