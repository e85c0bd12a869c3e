import { senderText } from '../domain/sender.ts'
import { type SourceState, sourceState } from '../domain/source-state.ts'
import { allSourceApis } from '../store/source-apis.ts'
import { allSources, uncountedDeliveries } from '../store/sources.ts'
import { hookPath, sourceId } from './add-source.ts'
import { alarms, type ShownAlarm } from './alarms.ts'
import { type OtherSender, othersIn, type SenderShown, sendersShown } from './days-shown.ts'
import { momentOf } from './moment.ts'
import { type ShownApi, showApi } from './pulls/show-api.ts'
import type { Workspace } from './workspace.ts'

/**
 * A source and where it sends to. `badSignatures` counts deliveries that were refused for their signature, `deliveries`
 * those that were stored; `validatedAt`: when the platform last had the address validated.
 */
export interface SourceListed extends SenderShown {
  id: string
  platform: string
  path: string
  hasSecret: boolean
  badSignatures: number
  validatedAt: string | null
  deliveries: number
  createdAt: string
  /** Its access to the platform's API; null: none. */
  api: ShownApi | null
  state: SourceState
  /** What its API gave, in facts; null: nothing in 30 days. */
  fetched: SenderShown | null
  alarm: ShownAlarm | null
}

/** Everything that sends something, and what is wrong with it. */
export interface SourcesListed {
  items: SourceListed[]
  others: OtherSender[]
  alarms: ShownAlarm[]
}

/** So many deliveries that the drain has not counted yet are counted here. */
const most = 10_000

/** All sources of the workspace, the oldest first, and what else sends something. */
export function listSources(ws: Workspace): SourcesListed {
  const lasting = alarms(ws).alarms
  const senders = sendersShown(ws)
  const uncounted = new Map(uncountedDeliveries(ws.db, most).map((counted) => [counted.source, counted]))
  const shownApis = new Map(allSourceApis(ws.db).map((row) => [row.source, showApi(ws, row)]))
  const items = allSources(ws.db).map(({ number, platform, hookKey, secret, badSignatures, createdAt, ...seen }) => {
    const since = uncounted.get(number)
    const refused = ws.badSignatures.get(number)
    const heard = {
      validatedAt: ws.validated.get(number) ?? seen.validatedAt,
      lastDeliveryAt: since ? Math.max(since.lastAt, seen.lastDeliveryAt ?? 0) : seen.lastDeliveryAt,
      refusedAt: refused?.lastAt ?? seen.refusedAt,
    }
    const id = sourceId(number)
    const sent = senders.of.get(senderText({ kind: 'webhooks', source: number })) ?? senders.nothing
    return {
      id,
      platform,
      path: hookPath(platform, hookKey),
      hasSecret: secret !== null,
      badSignatures: badSignatures + (refused?.count ?? 0),
      validatedAt: momentOf(heard.validatedAt),
      ...sent,
      lastDeliveryAt: momentOf(heard.lastDeliveryAt),
      deliveries: seen.deliveries + (since?.count ?? 0),
      createdAt: momentOf(createdAt),
      api: shownApis.get(number) ?? null,
      state: sourceState({ hasSecret: secret !== null, ...heard }),
      fetched: senders.of.get(senderText({ kind: 'api', source: number })) ?? null,
      alarm: lasting.find(({ source }) => source === id) ?? null,
    }
  })
  return { items, others: othersIn(senders.of), alarms: lasting }
}
