import { type RankedPerson, type WholeRanking, wholeRankingInSteps } from '../ranking.ts'
import type { Workspace } from '../workspace.ts'
import { type Excluded, excludedInSteps } from './excluded.ts'
import { beginFile, type ExportedRows, type FileNeeds, type InFile, takesAll } from './file.ts'
import { nobody } from './nobody.ts'

export type { FileNeeds, LeftOut } from './file.ts'

/** Somebody in a file of a ranking. */
export type ExportedPerson = InFile<RankedPerson>
export type ExportedRanking = ExportedRows<RankedPerson>

/** The filters of a ranking. `unsubscribed`: `true` takes in who wants no mail. */
export interface ExportQuery extends WholeRanking {
  unsubscribed?: string | undefined
}

/**
 * The people of a filtered ranking for a file. Refuses as `ranking` does, and with `conflict` where it would be empty: the
 * details say how many each filter leaves out.
 */
export function* exportInSteps(
  ws: Workspace,
  webinarId: string,
  query: ExportQuery,
  needs: FileNeeds,
): Generator<void, ExportedRanking> {
  const { found, whole, isEmpty } = yield* begun(ws, webinarId, query, needs)
  if (isEmpty)
    throw nobody(
      yield* excludedInSteps(ws, whole, query),
      found.leftOut,
      'Nobody is in the ranking of this webinar yet.',
    )
  return found
}

/** The same without refusing that nobody is in it: `excluded` says then how many each filter leaves out. */
export function* lookedAtInSteps(
  ws: Workspace,
  webinarId: string,
  query: ExportQuery,
  needs: FileNeeds,
): Generator<void, ExportedRanking & { excluded: Excluded[] }> {
  const { found, whole, isEmpty } = yield* begun(ws, webinarId, query, needs)
  return { ...found, excluded: isEmpty ? (yield* excludedInSteps(ws, whole, query)).filters : [] }
}

function* begun(ws: Workspace, webinarId: string, { unsubscribed, ...query }: ExportQuery, needs: FileNeeds) {
  takesAll(unsubscribed)
  const whole = yield* wholeRankingInSteps(ws, webinarId, query)
  return { ...(yield* beginFile(ws, whole, { ...needs, unsubscribed })), whole }
}
