import { allSourceApis } from '../store/source-apis.ts'
import { allSources, uncountedDeliveries } from '../store/sources.ts'
import { hookPath, sourceId } from './add-source.ts'
import { momentOf } from './moment.ts'
import { type ShownApi, showApi } from './pulls/show-api.ts'
import type { Workspace } from './workspace.ts'

/**
 * A source and where it sends to. `badSignatures` counts deliveries that were refused for their signature, `deliveries`
 * those that were stored; `validatedAt`: when the platform last had the address validated.
 */
export interface SourceListed {
  id: string
  platform: string
  path: string
  hasSecret: boolean
  badSignatures: number
  validatedAt: string | null
  lastDeliveryAt: string | null
  deliveries: number
  createdAt: string
  /** Its access to the platform's API; null: none. */
  api: ShownApi | null
}

/** So many deliveries that the drain has not counted yet are counted here. */
const most = 10_000

/** All sources of the workspace, the oldest first. */
export function listSources(ws: Workspace): { items: SourceListed[] } {
  const uncounted = new Map(uncountedDeliveries(ws.db, most).map((counted) => [counted.source, counted]))
  const shownApis = new Map(allSourceApis(ws.db).map((row) => [row.source, showApi(ws, row)]))
  const items = allSources(ws.db).map(({ number, platform, hookKey, secret, badSignatures, createdAt, ...seen }) => {
    const since = uncounted.get(number)
    return {
      id: sourceId(number),
      platform,
      path: hookPath(platform, hookKey),
      hasSecret: secret !== null,
      badSignatures: badSignatures + (ws.badSignatures.get(number)?.count ?? 0),
      validatedAt: momentOf(ws.validated.get(number) ?? seen.validatedAt),
      lastDeliveryAt: momentOf(since ? Math.max(since.lastAt, seen.lastDeliveryAt ?? 0) : seen.lastDeliveryAt),
      deliveries: seen.deliveries + (since?.count ?? 0),
      createdAt: momentOf(createdAt),
      api: shownApis.get(number) ?? null,
    }
  })
  return { items }
}
