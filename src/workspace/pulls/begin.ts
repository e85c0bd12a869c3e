import type { Step } from '../../sources/zoom/api/step.ts'
import type { PullRow } from '../../store/pulls.ts'
import { seriesNow } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import type { Fetching } from './fetching.ts'
import { goOn, lack } from './going-on.ts'
import { startOf, toldStartOf } from './rooms.ts'
import { scopeMissing } from './scope-words.ts'
import { lacksOfApp } from './scopes.ts'
import { type Stand, standOf, storeStand } from './stand.ts'
import { stepsOf } from './steps.ts'

/** Something that is fetched, and the step at which it is; without one it is looked for rooms. */
export interface Turn {
  stand: Stand
  step: Step | null
  steps: readonly Step[]
}

/** What was broken off so long ago begins anew, ms: what it had by then may have changed since. */
const stale = 2 * 3_600_000

/** Takes up what is due where it stopped, or begins it. Null: of what was left nothing can be had, and it is over. */
export function begin(ws: Workspace, row: PullRow, fetching: Fetching): Turn | null {
  const isOfRoom = row.extent !== 'rooms' && startOf(row.room) === null
  const steps = isOfRoom ? stepsOf(row.extent, fetching.steps) : []
  const stand = standOf(row)
  return ws.relaxed(() => {
    if (isStale(row, ws.now())) beginAnew(stand)
    if (isOfRoom && stand.row.beganAt === null) {
      const told = toldStartOf(ws, seriesNow(ws, 'zoom', row.platformId), row.room)
      if (told !== null) stand.known.toldStart = told
    }
    Object.assign(stand.row, { state: 'running', beganAt: stand.row.beganAt ?? ws.now() })
    const step = steps.length > 0 ? passOver(ws, stand, steps) : null
    if (steps.length > 0 && !step) return null
    stand.progress ??= { cursor: {}, askedAt: ws.now(), rows: 0, restarts: 0 }
    storeStand(ws, stand)
    return { stand, step, steps }
  })
}

/** Of a backfill nothing changes any more. */
function isStale({ beganAt, reason }: PullRow, now: number): boolean {
  return beganAt !== null && reason !== 'backfill' && now - beganAt > stale
}

function beginAnew(stand: Stand): void {
  Object.assign(stand.row, { step: null, tries: 0, pages: 0, rows: 0, beganAt: null })
  Object.assign(stand, { progress: null, lacks: [] })
}

/** The step that is to be asked for, after those that would bring nothing; null: there is none left. */
function passOver(ws: Workspace, stand: Stand, steps: readonly Step[]): Step | null {
  const refused = lacksOfApp(ws, stand.row.source).flatMap(({ scope, isRefused }) => (isRefused ? scope : []))
  stand.row.step ??= steps[0]!.id
  for (;;) {
    const step = steps.find(({ id }) => id === stand.row.step)
    if (!step) return null
    const isLacking = refused.includes(step.scope)
    const isOfNoReplay = stand.known.hasReplay === false && step.replay && step.id !== 'recordings'
    if (!isLacking && !isOfNoReplay) return step
    if (isLacking) lack(stand, 'scope', scopeMissing(step.scope, [step.id]))
    goOn(ws, stand, steps)
  }
}
