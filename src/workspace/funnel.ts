import type { CountedPeople } from '../domain/figures.ts'
import { type FunnelPerson, type FunnelStep, funnelOf } from '../domain/funnel.ts'
import { type CountRow, countsOfWebinar, liveMsOf } from '../store/counts.ts'
import { stageOfNumber } from '../store/stage.ts'
import { type AskedMoment, type MomentQuery, momentAnswered, readAskedMoment } from './asked-moment.ts'
import { tookPart } from './card-rows.ts'
import { needed } from './find-webinar.ts'
import { atOnce } from './in-steps.ts'
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
  knownAt?: string
}

/** The funnel of a webinar, at once. */
export function funnel(ws: Workspace, webinarId: string, query: MomentQuery = {}): Funnel {
  return atOnce(funnelInSteps(ws, webinarId, query))
}

/**
 * The funnel of a webinar, from the kept counts or, of another moment or version than the present one, in steps from the
 * facts. Throws `Refused('not_found')`.
 */
export function* funnelInSteps(ws: Workspace, webinarId: string, query: MomentQuery): Generator<void, Funnel> {
  const moment = readAskedMoment(ws, query)
  const of = needed(moment.known.findWebinar(webinarId), webinarId)
  const modelVersion = moment.version
  const people = moment.isNow
    ? countedPeople(countsOfWebinar(ws.db, modelVersion, numberOfWebinar(ws, of.webinar)))
    : yield* peopleThen(ws, moment, of)
  const { steps, attendance } = funnelOf(people)
  const unidentified = unidentifiedStays(moment.known, of, moment.asOf).length
  return { steps, attendance: { ...attendance, unidentified }, modelVersion, ...momentAnswered(moment) }
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

function* peopleThen(
  ws: Workspace,
  { version, asOf, known }: AskedMoment,
  of: FoundWebinar,
): Generator<void, FunnelPerson[]> {
  const people: FunnelPerson[] = []
  for (const standings of standingsThen(ws, version, of, asOf, known)) {
    for (const { card, standing } of standings) {
      const { registered, attended, replayed, noShow } = standing
      people.push({ stage: card.stage, registered, attended, replayed, noShow, tookPart: tookPart(standing) })
    }
    yield
  }
  return people
}
