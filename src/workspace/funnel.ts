import type { CountedPeople } from '../domain/figures.ts'
import { type FunnelPerson, type FunnelStep, funnelOf } from '../domain/funnel.ts'
import { type CountRow, countsOfWebinar, liveMsOf } from '../store/counts.ts'
import { stageOfNumber } from '../store/stage.ts'
import { tookPart } from './card-rows.ts'
import { needWebinar } from './find-webinar.ts'
import { currentVersion } from './live-models.ts'
import { momentOf, readMoment } from './moment.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { standingsThen } from './ranked-then.ts'
import { numberOfWebinar } from './series.ts'
import { unidentifiedStays } from './unidentified.ts'
import type { Workspace } from './workspace.ts'

export interface Funnel {
  steps: FunnelStep[]
  /** `unidentified`: connections in the room of which nobody knows whose they are. */
  attendance: { registrants: number; attendees: number; noShows: number; replayOnly: number; unidentified: number }
  modelVersion: number
  asOf: string
}

/** The funnel of a webinar, from the kept counts or, as of a moment, from the facts. Throws `Refused('not_found')`. */
export function funnel(ws: Workspace, webinarId: string, query: { asOf?: string | undefined } = {}): Funnel {
  const of = needWebinar(ws, webinarId)
  const asked = readMoment(query.asOf, 'asOf')
  const modelVersion = currentVersion(ws)
  const people =
    asked === undefined
      ? countedPeople(countsOfWebinar(ws.db, modelVersion, numberOfWebinar(ws, of.webinar)))
      : peopleThen(ws, modelVersion, of, asked)
  const { steps, attendance } = funnelOf(people)
  const asOf = asked ?? ws.now()
  const unidentified = unidentifiedStays(ws, of, asOf).length
  return { steps, attendance: { ...attendance, unidentified }, modelVersion, asOf: momentOf(asOf) }
}

/** Kept counts as the domain reads them, when `passedMs` of the live time have passed. */
export function countedPeople(counts: readonly CountRow[], passedMs = 0): CountedPeople[] {
  return counts.map((row) => ({
    people: row.people,
    stage: stageOfNumber(row.stage),
    registered: row.registered === 1,
    attended: row.attended === 1,
    replayed: row.replayed === 1,
    noShow: row.no_show === 1,
    tookPart: row.took_part === 1,
    stayed: row.stayed,
    liveMs: liveMsOf(row, passedMs),
    questions: row.questions,
  }))
}

function* peopleThen(ws: Workspace, model: number, of: FoundWebinar, asOf: number): Generator<FunnelPerson> {
  for (const standings of standingsThen(ws, model, of, asOf)) {
    for (const { card, standing } of standings) {
      const { registered, attended, replayed, noShow } = standing
      yield { stage: card.stage, registered, attended, replayed, noShow, tookPart: tookPart(standing) }
    }
  }
}
