import type { Partner } from '../domain/fact.ts'
import { funnelOf } from '../domain/funnel.ts'
import { cut, lengthOf } from '../domain/interval.ts'
import { isBeyond } from '../domain/stage.ts'
import type { Webinar } from '../domain/webinar.ts'
import { countsOfWebinar } from '../store/counts.ts'
import { stageOfNumber } from '../store/stage.ts'
import { allSeries } from '../store/webinar-names.ts'
import { needWebinar } from './find-webinar.ts'
import { countedPeople } from './funnel.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import { numberOfWebinar, seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

/** A webinar with its counts. `leads`, `mqls`, `sqls`: people of its ranking who have reached that stage or one beyond. */
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
  startsAt: string | null
  endsAt: string | null
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
}

/** All webinars that were not deleted, the latest first; those of unknown start last. */
export function webinars(ws: Workspace): { items: WebinarRow[] } {
  const model = currentVersion(ws)
  const all = allSeries(ws.db).flatMap(([platform, platformId]) => seriesNow(ws, platform, platformId).series.webinars)
  const start = ({ startsAt }: Webinar) => startsAt ?? -Infinity
  const shown = all.filter(({ deleted }) => !deleted).sort((a, b) => start(b) - start(a) || (a.id < b.id ? -1 : 1))
  return { items: shown.map((webinar) => webinarRow(ws, webinar, model)) }
}

/** One webinar by any id that it ever had. Throws `Refused('not_found')`. */
export function showWebinar(ws: Workspace, id: string): WebinarRow {
  return webinarRow(ws, needWebinar(ws, id).webinar, currentVersion(ws))
}

export function webinarRow(ws: Workspace, webinar: Webinar, model: number): WebinarRow {
  const { id, platform, platformId, topic, kind, partner, cost, funnelStage, startsAt, endsAt, provisional, live } =
    webinar
  const counts = countsOfWebinar(ws.db, model, numberOfWebinar(ws, webinar))
  const reached = (stage: 'lead' | 'mql' | 'sql') =>
    counts.reduce((sum, row) => sum + (isBeyond(stageOfNumber(row.stage), stage) ? row.people : 0), 0)
  return {
    ...{ id, platform, platformId, series: `${platform}/${platformId}`, topic, kind, partner, cost, funnelStage },
    startsAt: momentOf(startsAt),
    endsAt: momentOf(endsAt),
    provisional,
    liveSeconds: lengthOf(cut(live, ws.now())) / 1000,
    ...funnelOf(countedPeople(counts)).attendance,
    leads: reached('lead'),
    mqls: reached('mql'),
    sqls: reached('sql'),
  }
}
