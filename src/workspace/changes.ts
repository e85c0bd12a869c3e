import { insertDue, openScope } from '../store/due.ts'
import { isMentioned } from '../store/webinar-names.ts'
import { liveModels } from './live-models.ts'
import { planSeries } from './pulls/plan.ts'
import {
  forgetSeries,
  type KnownSeries,
  keepWebinars,
  numberOfWebinar,
  renamed,
  seriesNow,
  webinarNamed,
} from './series.ts'
import type { Workspace } from './workspace.ts'

/** Whether alerts may follow: those that are fresh, none, or all, for somebody asked for them. */
export type Telling = 'usual' | 'quiet' | 'asked'

/** What an ingest changes: whom and which webinars it makes due. */
export interface Changes {
  /** When what changes it was received, ms UTC. */
  readonly receivedAt: number
  readonly telling: Telling
  readonly people: Set<number>
  /** Series as they were before, by platform and platform id. */
  readonly series: Map<string, { platform: string; platformId: string; before: KnownSeries }>
  /** Rooms in which somebody without a key came or went: number of the webinar's name -> when. */
  readonly rooms: Map<number, number>
}

export function noChanges(receivedAt: number, telling: Telling = 'usual'): Changes {
  return { receivedAt, telling, people: new Set(), series: new Map(), rooms: new Map() }
}

/** To be called before something that may change the webinars of a platform id. */
export function touchSeries(ws: Workspace, changes: Changes, platform: string, platformId: string): void {
  const key = JSON.stringify([platform, platformId])
  if (!changes.series.has(key))
    changes.series.set(key, { platform, platformId, before: seriesNow(ws, platform, platformId) })
}

/**
 * Marks what has changed as due under every live model; people only with the end of the transaction, all at once.
 * Webinars that came out as they were make nobody due. Who watches a webinar hears of it; of people who are due the drain
 * tells when it has scored them.
 */
export function makeDue(ws: Workspace, { people, series, rooms }: Changes): void {
  const models = liveModels(ws)
  for (const person of people) ws.remembered.due.add(person)
  for (const touched of ws.touched) for (const person of people) touched.people.add(person)
  for (const { platform, platformId, before } of series.values()) {
    forgetSeries(ws, platform, platformId)
    const after = seriesNow(ws, platform, platformId)
    keepWebinars(ws, after)
    planSeries(ws, platform, platformId)
    for (const [name, concerned] of renamed(before, after)) {
      if (!isMentioned(ws.db, name)) continue
      for (const model of models) openScope(ws.db, model, concerned, name)
      for (const touched of ws.touched) touched.names.add(name)
      ws.remembered.passedOver.clear()
    }
    ws.revisions.bump(after.series.webinars.map((webinar) => numberOfWebinar(ws, webinar)))
  }
  ws.revisions.bump([...rooms].map(([name, time]) => numberOfWebinar(ws, webinarNamed(ws, name, time))))
}

/** Stores who was made due in the transaction that is under way. To be called before it ends or a nested one begins. */
export function storeDue(ws: Workspace): void {
  const { due } = ws.remembered
  if (due.size === 0) return
  for (const model of liveModels(ws)) insertDue(ws.db, model, [...due])
  due.clear()
}
