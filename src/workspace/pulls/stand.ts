import type { SearchCursor } from '../../sources/zoom/api/find-rooms.ts'
import type { Room } from '../../sources/zoom/api/step.ts'
import { movePull, type PullRow } from '../../store/pulls.ts'
import type { Workspace } from '../workspace.ts'
import { forgetDue } from './due.ts'
import { type Lack, lacksOf } from './lacks.ts'

/** What is known of what is fetched. `hasReplay`: whether there was a recording when it was looked for. */
export interface Known extends Room {
  hasReplay?: boolean
}

/**
 * Where a step goes on. `askedAt`: when its first page was asked for; `rows`: of the attendance so far; `restarts`: how
 * often it began again.
 */
export interface Progress {
  cursor: SearchCursor
  askedAt: number
  rows: number
  restarts: number
  /** The rooms that were found so far. */
  seen?: string[]
}

/** Something that is being fetched, and how far it is. */
export interface Stand {
  row: PullRow
  known: Known
  progress: Progress | null
  lacks: Lack[]
}

export function standOf(row: PullRow): Stand {
  return {
    row: { ...row },
    known: JSON.parse(row.known),
    progress: row.cursor === null ? null : JSON.parse(row.cursor),
    lacks: lacksOf(row.lacks),
  }
}

/** To be called inside the transaction in which it has come so far. */
export function storeStand(ws: Workspace, { row, known, progress, lacks }: Stand): void {
  movePull(ws.db, {
    ...row,
    known: JSON.stringify(known),
    cursor: progress && JSON.stringify(progress),
    lacks: JSON.stringify(lacks),
  })
  forgetDue(ws)
}

/** Goes on with the step behind, or begins with the first; null: that was the last. */
export function moveOn(stand: Stand, steps: readonly { id: string }[]): void {
  const at = steps.findIndex(({ id }) => id === stand.row.step)
  stand.row.step = steps[at + 1]?.id ?? null
  stand.progress = null
}
