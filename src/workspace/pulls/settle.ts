import { isEarly } from '../../domain/pull.ts'
import type { Step, ZoomProblem } from '../../sources/zoom/api/step.ts'
import { pullsOf } from '../../store/pulls.ts'
import type { Workspace } from '../workspace.ts'
import { finish, goOn, lack, putOff, waitOrGiveUp } from './going-on.ts'
import { scopeMissing } from './scope-words.ts'
import { noteScope } from './scopes.ts'
import { pauseUntil, stopSource } from './source-problem.ts'
import { type Stand, storeStand } from './stand.ts'
import { pull } from './words.ts'

const minute = 60_000
/** A list that changes while it is read is begun anew so often before it counts as not to be read. */
const mostRestarts = 3

/**
 * What follows from a problem for what was being fetched, and for its source. To be called inside a transaction.
 * What concerns one step leaves the others be, and nothing is asked again before that may bring something else.
 */
export function settleProblem(
  ws: Workspace,
  stand: Stand,
  step: Step | null,
  steps: readonly Step[],
  problem: ZoomProblem,
) {
  switch (problem.kind) {
    case 'revoked':
    case 'plan':
      stopSource(ws, stand.row.source, problem)
      return putOff(ws, stand, stand.row.dueAt)
    case 'limited':
      pauseUntil(ws, stand.row.source, Math.max(problem.retryAt ?? 0, ws.now() + minute))
      return putOff(ws, stand, stand.row.dueAt)
    case 'page_expired': {
      const restarts = (stand.progress?.restarts ?? 0) + 1
      if (restarts > mostRestarts) return waitOrGiveUp(ws, stand, steps, problem)
      stand.progress = { cursor: {}, askedAt: ws.now(), rows: 0, restarts }
      return storeStand(ws, stand)
    }
    case 'unavailable':
      return waitOrGiveUp(ws, stand, steps, problem)
    case 'not_found':
      lack(stand, 'not_found', mayCome(ws, stand) ? pull('notYet') : problem.words)
      return step === null || step.id === 'webinar' ? finish(ws, stand, 'missing') : goOn(ws, stand, steps)
    case 'too_old':
      lack(stand, 'too_old', problem.words)
      return finish(ws, stand, 'done')
    case 'scope':
      if (step) noteScope(ws, stand.row.source, step.scope, true)
      lack(stand, 'scope', step ? scopeMissing(step.scope, [step.id]) : problem.words)
      return goOn(ws, stand, steps)
    case 'no_host':
      lack(stand, 'no_host', problem.words)
      return goOn(ws, stand, steps)
    case 'nothing':
      if (step?.id === 'recordings') stand.known.hasReplay = false
      return goOn(ws, stand, steps)
  }
}

/** Whether it will be asked for again, since the webinar ended only now. */
function mayCome(ws: Workspace, { row: { number, platformId, room, reason } }: Stand): boolean {
  if (reason !== 'asked') return isEarly(reason)
  const others = pullsOf(ws.db, platformId).filter((other) => other.room === room && other.number !== number)
  return others.some(({ endedAt }) => endedAt === null)
}
