import type { ZoomProblem } from '../../sources/zoom/api/step.ts'
import { pauseSource } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import { forgetSourceApis, type SourceProblem } from './source-api.ts'

/** What somebody has to solve is tried by Ripen so seldom, ms. */
const probeEvery = 24 * 3_600_000

/** Nothing more is asked until somebody acts; once a day it is tried whether somebody has. */
export function stopSource(ws: Workspace, source: number, { kind, words }: ZoomProblem, since = ws.now()): void {
  const { text, key, params } = words
  const problem: SourceProblem = { kind, since, text, key, params }
  pauseUntil(ws, source, ws.now() + probeEvery, JSON.stringify(problem))
}

/** Nothing is asked before a moment, because of a limit of the platform or of a problem that there is. */
export function pauseUntil(ws: Workspace, source: number, until: number, problem: string | null = null): void {
  pauseSource(ws.db, source, problem, until)
  forgetSourceApis(ws)
}

export function goOnWithSource(ws: Workspace, source: number): void {
  pauseSource(ws.db, source, null, null)
  forgetSourceApis(ws)
}
