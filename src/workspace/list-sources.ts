import { allSources } from '../store/sources.ts'
import { hookPath, sourceId } from './add-source.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

/** A source and where it sends to. `badSignatures` counts deliveries that were refused for their signature. */
export interface SourceListed {
  id: string
  platform: string
  path: string
  hasSecret: boolean
  badSignatures: number
  createdAt: string
}

/** All sources of the workspace, the oldest first. */
export function listSources(ws: Workspace): { items: SourceListed[] } {
  const items = allSources(ws.db).map(({ number, platform, hookKey, secret, badSignatures, createdAt }) => ({
    id: sourceId(number),
    platform,
    path: hookPath(platform, hookKey),
    hasSecret: secret !== null,
    badSignatures,
    createdAt: momentOf(createdAt)!,
  }))
  return { items }
}
