import { Refused } from '../domain/refusal.ts'
import { versionSeen } from '../store/known-then.ts'
import { findSettings } from '../store/settings.ts'
import { type Knowledge, knownNow } from './knowledge.ts'
import { knownThen } from './known-then.ts'
import { currentVersion } from './live-models.ts'
import { momentOf, readMoment } from './moment.ts'
import { readWhole } from './ranking-query.ts'
import type { Workspace } from './workspace.ts'

/** As of when, by what was known when, and under which version of the model, as it stands in a URL. */
export interface MomentQuery {
  asOf?: string | undefined
  knownAt?: string | undefined
  model?: string | number | undefined
}

/** The same, understood. */
export interface AskedMoment {
  asOf: number
  /** Null: by all that is known. */
  knownAt: number | null
  version: number
  known: Knowledge
  /** The present moment as readers see it, which is stored. */
  isNow: boolean
}

/**
 * Left out: now, all that is known, the version that readers see. With `knownAt` what readers saw at that moment: as of
 * it, under the version that was in force. Throws `Refused('invalid')` that names the field, `('not_found')` for a
 * version that there is not.
 */
export function readAskedMoment(ws: Workspace, query: MomentQuery): AskedMoment {
  const asOf = readMoment(query.asOf, 'asOf')
  const knownAt = readMoment(query.knownAt, 'knownAt')
  const model = query.model ? readWhole('model', query.model, 1, 1e9) : undefined
  if (knownAt === undefined) {
    const version = model ?? currentVersion(ws)
    const isNow = asOf === undefined && version === currentVersion(ws)
    return { asOf: asOf ?? ws.now(), knownAt: null, version, known: knownNow(ws), isNow }
  }
  if (knownAt > ws.now())
    throw new Refused('invalid', `knownAt: what will be known at ${momentOf(knownAt)} nobody knows yet`, {
      field: 'knownAt',
    })
  const seen = versionSeen(ws.db, knownAt)
  if (seen === undefined) throw beforeAll(ws, knownAt)
  return { asOf: asOf ?? knownAt, knownAt, version: model ?? seen, known: knownThen(ws, knownAt), isNow: false }
}

/** What an answer says of the moment that it is for; `knownAt` only where it was asked. */
export function momentAnswered({ asOf, knownAt }: Pick<AskedMoment, 'asOf' | 'knownAt'>) {
  return { asOf: momentOf(asOf), ...(knownAt !== null && { knownAt: momentOf(knownAt) }) }
}

function beforeAll(ws: Workspace, knownAt: number): Refused {
  const since = momentOf(findSettings(ws.db)!.createdAt)
  return new Refused(
    'invalid',
    `knownAt: this workspace exists since ${since}, so at ${momentOf(knownAt)} nothing was known`,
    { field: 'knownAt' },
  )
}
