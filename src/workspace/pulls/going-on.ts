import type { Words } from '../../domain/words.ts'
import type { Step, ZoomProblem } from '../../sources/zoom/api/step.ts'
import type { PullState } from '../../store/pulls.ts'
import type { Workspace } from '../workspace.ts'
import type { Lack } from './lacks.ts'
import { planSeries } from './plan.ts'
import { moveOn, type Stand, storeStand } from './stand.ts'

const minute = 60_000
/** So long it is waited, each time, for a platform that does not answer. */
const patience = [1, 5, 20, 60].map((minutes) => minutes * minute)

/** So many reasons are kept at most. */
const mostLacks = 40

/** Notes what could not be had at the step that is under way. */
export function lack({ row, lacks }: Stand, kind: Lack['kind'], { text, key, params }: Words): void {
  const step = row.step ?? 'rooms'
  if (lacks.length < mostLacks && !lacks.some((other) => other.step === step && other.text === text))
    lacks.push({ step, kind, text, key, params })
}

/** To the step behind; after the last one it is done. */
export function goOn(ws: Workspace, stand: Stand, steps: readonly Pick<Step, 'id'>[]): void {
  moveOn(stand, steps)
  if (stand.row.step === null) finish(ws, stand, hasFailed(stand) ? 'failed' : 'done')
  else storeStand(ws, stand)
}

/** It is over; by what it came to is planned what is next. */
export function finish(ws: Workspace, stand: Stand, state: Exclude<PullState, 'waiting' | 'running'>): void {
  stand.progress = null
  Object.assign(stand.row, { state, step: null, endedAt: ws.now() })
  storeStand(ws, stand)
  if (stand.row.platformId) planSeries(ws, 'zoom', stand.row.platformId)
}

/** It waits and then goes on where it is. */
export function putOff(ws: Workspace, stand: Stand, dueAt: number): void {
  Object.assign(stand.row, { state: 'waiting', dueAt })
  storeStand(ws, stand)
}

/**
 * Waits longer each time, then leaves the step out. Where the next one cannot be had either, nobody is there: it is
 * given up, and asked again at the next time that is planned.
 */
export function waitOrGiveUp(ws: Workspace, stand: Stand, steps: readonly Step[], { words }: ZoomProblem): void {
  const wait = patience[stand.row.tries]
  stand.row.tries++
  if (wait === undefined) giveUp(ws, stand, steps, words)
  else putOff(ws, stand, ws.now() + wait)
}

function giveUp(ws: Workspace, stand: Stand, steps: readonly Step[], words: Words): void {
  lack(stand, 'unavailable', words)
  if (stand.row.tries > patience.length + 1) finish(ws, stand, 'failed')
  else goOn(ws, stand, steps)
}

/** Somebody is there. Where something was given up before, for nothing else is waited again. */
export function noteAnswered(stand: Stand): void {
  stand.row.tries = hasFailed(stand) ? patience.length : 0
}

/** Whether anything is missing that should be there. */
function hasFailed({ lacks }: Stand): boolean {
  return lacks.some(({ kind }) => kind === 'unavailable')
}
