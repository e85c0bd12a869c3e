import type { Partner } from '../domain/fact.ts'
import { funnelOf } from '../domain/funnel.ts'
import { cut, lengthOf } from '../domain/interval.ts'
import type { Stage } from '../domain/stage.ts'
import type { Webinar } from '../domain/webinar.ts'
import { plannedMs, stateOf, type WebinarState } from '../domain/webinar-state.ts'
import { type CountRow, countsByWebinar, countsOfWebinar } from '../store/counts.ts'
import { allSeries } from '../store/webinar-names.ts'
import { needWebinar } from './find-webinar.ts'
import { countedPeople } from './funnel.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import { numberOfWebinar, seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

/** A webinar with its counts. `leads`, `mqls`, `sqls` are steps of its funnel: who took part and is there or beyond. */
export interface WebinarRow {
  id: string
  platform: string
  platformId: string
  /** The same for all occurrences of one platform id. */
  series: string
  topic: string | null
  kind: string
  partner: Partner | null
  cost: number | null
  funnelStage: string | null
  state: WebinarState
  /** The planned start of this occurrence; `startsAt` is when the room was opened, or else the planned one. */
  scheduledAt: string | null
  startsAt: string | null
  endsAt: string | null
  /** How long it is scheduled for. */
  plannedSeconds: number | null
  /** The end is only the scheduled one. */
  provisional: boolean
  /** Of what has run so far. */
  liveSeconds: number
  registrants: number
  attendees: number
  noShows: number
  replayOnly: number
  leads: number
  mqls: number
  sqls: number
  questions: number
}

/** All webinars that were not deleted, the latest first. */
export function webinars(ws: Workspace): { items: WebinarRow[] } {
  const counts = countsByWebinar(ws.db, currentVersion(ws))
  return {
    items: shownWebinars(ws).map((webinar) => webinarRow(ws, webinar, counts.get(numberOfWebinar(ws, webinar)) ?? [])),
  }
}

export function shownWebinars(ws: Workspace): Webinar[] {
  const all = allSeries(ws.db).flatMap(([platform, platformId]) => seriesNow(ws, platform, platformId).series.webinars)
  return all.filter(({ deleted }) => !deleted).sort(byStart)
}

/** The latest first; those of unknown start last. */
export function byStart(a: Pick<Webinar, 'id' | 'startsAt'>, b: Pick<Webinar, 'id' | 'startsAt'>): number {
  const [one, other] = [a.startsAt ?? -Infinity, b.startsAt ?? -Infinity]
  return one === other ? (a.id < b.id ? -1 : 1) : other - one
}

/** One webinar by any id that it ever had. Throws `Refused('not_found')`. */
export function showWebinar(ws: Workspace, id: string): WebinarRow {
  const { webinar } = needWebinar(ws, id)
  return webinarRow(ws, webinar, countsOfWebinar(ws.db, currentVersion(ws), numberOfWebinar(ws, webinar)))
}

function webinarRow(ws: Workspace, webinar: Webinar, counts: readonly CountRow[]): WebinarRow {
  const now = ws.now()
  const { id, platform, platformId, topic, kind, partner, cost, funnelStage, startsAt, endsAt, provisional, live } =
    webinar
  const planned = plannedMs(webinar)
  const { steps, attendance } = funnelOf(countedPeople(counts))
  const reached = (stage: Stage) => steps.find((step) => step.stage === stage)!.count
  return {
    ...{ id, platform, platformId, series: `${platform}/${platformId}`, topic, kind, partner, cost, funnelStage },
    state: stateOf(webinar, now),
    scheduledAt: momentOf(webinar.scheduled?.from ?? null),
    startsAt: momentOf(startsAt),
    endsAt: momentOf(endsAt),
    plannedSeconds: planned === null ? null : planned / 1000,
    provisional,
    liveSeconds: lengthOf(cut(live, now)) / 1000,
    ...attendance,
    leads: reached('lead'),
    mqls: reached('mql'),
    sqls: reached('sql'),
    questions: counts.reduce((sum, { questions }) => sum + questions, 0),
  }
}
