import type { Words } from '../../domain/words.ts'
import type { SourceApiRow } from '../../store/source-apis.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { type ShownBackfill, showBackfill } from './backfill.ts'
import { scopeMissing } from './scope-words.ts'
import { type LackingScope, needsOf } from './scopes.ts'
import { problemShown, type ShownProblem } from './source-api.ts'
import { zoom } from './zoom.ts'

/** The access of a source as it is shown: never with its secret. */
export interface ShownApi {
  account: string
  client: string
  hosts: string[]
  connectedAt: string
  /** Why nothing is fetched until somebody acts. Ripen tries again by itself at `triedAgainAt`. */
  problem: (ShownProblem & { triedAgainAt: string | null }) | null
  /** A limit of the platform holds until then. */
  pausedUntil: string | null
  /** Scopes that the app lacks, and what is not fetched for want of each. */
  scopesMissing: (Words & { scope: string; steps: string[] })[]
  backfill: ShownBackfill | null
}

export function showApi(ws: Workspace, row: SourceApiRow): ShownApi {
  const { account, client, hosts, connectedAt, pausedUntil, lacks } = row
  const problem = problemShown(row)
  const until = momentOf(pausedUntil !== null && pausedUntil > ws.now() ? pausedUntil : null)
  return {
    ...{ account, client, hosts: JSON.parse(hosts), connectedAt: momentOf(connectedAt) },
    problem: problem && { ...problem, triedAgainAt: until },
    pausedUntil: problem ? null : until,
    scopesMissing: (JSON.parse(lacks) as LackingScope[]).map(({ scope }) => missing(scope)),
    backfill: showBackfill(ws, row),
  }
}

function missing(scope: string): ShownApi['scopesMissing'][number] {
  const steps = needsOf(zoom.steps).flatMap((need) => (need.scope === scope ? need.step : []))
  return { scope: `${scope}:admin`, steps, ...scopeMissing(scope, steps) }
}
