import { canonicalFacts } from '../../domain/fact.ts'
import { countsOfWebinar } from '../../store/counts.ts'
import { noShowsWhoCame } from '../../store/replays.ts'
import { needWebinar } from '../find-webinar.ts'
import { currentVersion } from '../live-models.ts'
import { peopleFacts } from '../person-facts.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { viewingOf } from './viewing.ts'

/** Registered and did not come; opened the link or watched; watched anything; watched nearly all of it. */
export const REPLAY_STEPS = ['no_show', 'opened', 'watched', 'watched_most'] as const

export interface ReplayFunnel {
  steps: { step: (typeof REPLAY_STEPS)[number]; count: number; share: number | null }[]
  /** Everybody who watched on demand, also who had been there live. */
  viewers: number
}

/** Nearly all of a recording. */
const nearlyAll = 0.9
const atATime = 200

/** How no-shows came back by watching on demand. Throws `Refused('not_found')`. */
export function* replayFunnelInSteps(ws: Workspace, webinarId: string): Generator<void, ReplayFunnel> {
  const { webinar } = needWebinar(ws, webinarId)
  const [model, number] = [currentVersion(ws), numberOfWebinar(ws, webinar)]
  const counts = countsOfWebinar(ws.db, model, number)
  const sum = (column: 'no_show' | 'replayed') =>
    counts.reduce((total, row) => total + (row[column] === 1 ? row.people : 0), 0)
  const { opened, watched } = noShowsWhoCame(ws.db, model, number)
  let most = 0
  for (let from = 0; from < watched.length; from += atATime) {
    for (const { facts } of peopleFacts(ws, watched.slice(from, from + atATime)))
      if ((viewingOf(canonicalFacts(facts), webinar)?.share ?? 0) >= nearlyAll) most++
    yield
  }
  const noShows = sum('no_show')
  const reached = [noShows, opened, watched.length, most]
  const steps = REPLAY_STEPS.map((step, at) => {
    const count = reached[at]!
    return { step, count, share: noShows > 0 ? count / noShows : null }
  })
  return { steps, viewers: sum('replayed') }
}
