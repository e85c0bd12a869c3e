import { backlog } from '../../workspace/drain.ts'
import { unopenedSecrets } from '../../workspace/known-source.ts'
import { shutApis } from '../../workspace/pulls/source-api.ts'
import { unscored } from '../../workspace/unscored.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Durability, durabilityOf } from './durability.ts'

/** What only the process that has a workspace open can tell of it. */
export type Inspected = { id: string } & ({ closed: string } | Inspection)

export interface Inspection extends Durability {
  backlog: number
  unscored: number
  quarantined: number
  badSignatures: number
  /** Sources of which a secret does not open with this server's key. */
  shutSources: string[]
  /** When the last delivery came in, ms UTC; null before the first. */
  lastDeliveryAt: number | null
}

export function inspect(ws: Workspace): Inspection {
  const one = <Row>(sql: string) => ws.db.prepare<Row>(sql).get()!
  return {
    ...durabilityOf(ws.db),
    backlog: backlog(ws),
    unscored: unscored(ws).length,
    quarantined: one<{ count: number }>("SELECT count(*) AS count FROM delivery WHERE outcome = 'quarantined'").count,
    badSignatures: one<{ sum: number }>('SELECT ifnull(sum(bad_signatures), 0) AS sum FROM source').sum,
    shutSources: [...new Set([...unopenedSecrets(ws), ...shutApis(ws)])],
    lastDeliveryAt: one<{ at: number | null }>(
      'SELECT (SELECT received_at FROM delivery ORDER BY number DESC LIMIT 1) AS at',
    ).at,
  }
}
