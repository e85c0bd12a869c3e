import type { AtEnd, CommandResult } from '../process/running.ts'
import type { Target } from '../process/target.ts'
import type { FakeZoom } from '../zoom/fake-zoom.ts'

/** A Ripen of its own that runs on one of the hosts, reached as everybody reaches it: over HTTP and by commands. */
export interface RunningHost {
  name: 'node' | 'cloudflare'
  address: string
  /** The Zoom to which its way out leads. */
  zoom: FakeZoom
  /** Where alerts may go to on this machine. */
  target: Target
  /** `npm run ripen -- <args>` against it. */
  command(...args: string[]): Promise<CommandResult>
}

export type StartHost = (atEnd: AtEnd) => Promise<RunningHost>
