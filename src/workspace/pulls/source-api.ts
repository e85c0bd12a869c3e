import { Refused } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'
import { ZoomProblem } from '../../sources/zoom/api/step.ts'
import type { ZoomAccess } from '../../sources/zoom/api/zoom-api.ts'
import { bytesOf } from '../../store/db.ts'
import { allSourceApis, findSourceApi, type SourceApiRow } from '../../store/source-apis.ts'
import { findSource } from '../../store/sources.ts'
import { sourceId } from '../add-source.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { CostlyApi } from './costly-api.ts'
import type { Fetching } from './fetching.ts'
import { pull } from './words.ts'

/** The sources that may ask their platform's API. */
export function connectedSources(ws: Workspace): readonly SourceApiRow[] {
  ws.remembered.sourceApis ??= allSourceApis(ws.db)
  return ws.remembered.sourceApis
}

/** To be called where anything of it changes. */
export function forgetSourceApis(ws: Workspace): void {
  ws.remembered.sourceApis = null
  ws.remembered.pullAt = undefined
}

/** The number of a source by its id. Throws `Refused('not_found')`; `invalid` for one of another platform. */
export function zoomSource(ws: Workspace, id: string): number {
  const number = Number(/^s(\d{1,9})$/.exec(id)?.[1])
  const row = Number.isNaN(number) ? undefined : findSource(ws.db, number)
  if (!row) throw new Refused('not_found', `There is no source "${id}"`, { field: 'id' })
  if (row.platform !== 'zoom') throw new Refused('invalid', pull('notZoomSource'), { field: 'id' })
  return number
}

/** The access of a source. Throws `Refused('conflict')` where it has none. */
export function needSourceApi(ws: Workspace, source: number): SourceApiRow {
  const row = findSourceApi(ws.db, source)
  if (!row) throw new Refused('conflict', pull('noAccess'))
  return row
}

/** The API of a source, opened once: it keeps its token and its pace. Throws `ZoomProblem` where the secret is shut. */
export function openedApi(ws: Workspace, row: SourceApiRow, { open }: Pick<Fetching, 'open'>): CostlyApi {
  const known = ws.pulling.opened.get(row.source)
  if (known) return known
  const api = new CostlyApi(open(accessOf(ws, row), ws.outside))
  ws.pulling.opened.set(row.source, api)
  return api
}

function accessOf(ws: Workspace, { source, account, client, secret }: SourceApiRow): ZoomAccess {
  try {
    return { account, client, secret: ws.crypt.open(bytesOf(secret), about(ws, source)) }
  } catch {
    throw new ZoomProblem('revoked', pull('shut'))
  }
}

/** The sources of which the client secret does not open with this server's key. */
export function shutApis(ws: Workspace): string[] {
  return allSourceApis(ws.db).flatMap((row) => (isShut(ws, row) ? sourceId(row.source) : []))
}

function isShut(ws: Workspace, row: SourceApiRow): boolean {
  try {
    accessOf(ws, row)
    return false
  } catch {
    return true
  }
}

/** The client secret as it is stored. */
export function sealedAccess(ws: Workspace, source: number, secret: string): Uint8Array {
  return ws.crypt.seal(secret, about(ws, source))
}

function about(ws: Workspace, source: number): string {
  return `${ws.id}/source/${source}/api`
}

/** Why nothing is asked of a source's platform, and since when, ms UTC. */
export interface SourceProblem extends Words {
  kind: string
  since: number
}

export function problemOf({ problem }: Pick<SourceApiRow, 'problem'>): SourceProblem | null {
  return problem === null ? null : JSON.parse(problem)
}

export type ShownProblem = Omit<SourceProblem, 'since'> & { since: string }

export function problemShown(row: Pick<SourceApiRow, 'problem'>): ShownProblem | null {
  const problem = problemOf(row)
  return problem && { ...problem, since: momentOf(problem.since) }
}

/** Refuses in the words of what is wrong with a source, for nothing is asked by it. */
export function refuseStopped(api: SourceApiRow): void {
  const problem = problemOf(api)
  if (problem) throw new Refused('conflict', problem, { kind: problem.kind })
}
