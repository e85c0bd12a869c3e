import { stateOf } from '../domain/webinar-state.ts'
import { backlog } from './drain.ts'
import { needWebinar } from './find-webinar.ts'
import { numberOfWebinar } from './series.ts'
import type { Workspace } from './workspace.ts'

/** `version`: what is known has changed. `quiet`: for a while it has not. `ended`: the webinar is over. */
export type WebinarChange = { kind: 'version'; version: number } | { kind: 'quiet' } | { kind: 'ended' }

/** So long the end waits, ms, until everybody whom it concerns has been scored. */
const patience = 60_000

/**
 * What happens in a running webinar, until it is over or `signal` is aborted; null when it does not run.
 * Throws `Refused('not_found')`.
 */
export function watchWebinar(ws: Workspace, id: string, signal: AbortSignal): AsyncGenerator<WebinarChange> | null {
  return isRunning(ws, id) ? changesOf(ws, id, signal) : null
}

async function* changesOf(ws: Workspace, id: string, signal: AbortSignal): AsyncGenerator<WebinarChange> {
  let told: number | undefined
  let overSince: number | undefined
  while (!signal.aborted) {
    const number = numberOfWebinar(ws, needWebinar(ws, id).webinar)
    const version = ws.revisions.of(number)
    if (version !== told) {
      told = version
      yield { kind: 'version', version }
      continue
    }
    if (isRunning(ws, id)) overSince = undefined
    else {
      overSince ??= ws.now()
      if (backlog(ws) === 0 || ws.now() - overSince > patience) return yield { kind: 'ended' }
    }
    await ws.revisions.waiting(number, version, signal)
    if (!signal.aborted && ws.revisions.of(number) === version) yield { kind: 'quiet' }
  }
}

function isRunning(ws: Workspace, id: string): boolean {
  const { webinar } = needWebinar(ws, id)
  return !webinar.deleted && stateOf(webinar, ws.now()) === 'live'
}
