import { type ComparedFigure, compareFigures, type Figure, figuresOf } from '../domain/figures.ts'
import { positionOf } from '../domain/interval.ts'
import type { Webinar } from '../domain/webinar.ts'
import { stateOf, type WebinarState } from '../domain/webinar-state.ts'
import { type CountRow, countsByWebinar } from '../store/counts.ts'
import { needWebinar } from './find-webinar.ts'
import { countedPeople } from './funnel.ts'
import { currentVersion } from './live-models.ts'
import { momentOf } from './moment.ts'
import { numberOfWebinar } from './series.ts'
import { shownWebinars } from './webinars.ts'
import type { Workspace } from './workspace.ts'

/** `medianOf`: over so many webinars the medians are taken. */
export interface FiguresAnswer {
  state: WebinarState
  figures: ComparedFigure[]
  medianOf: number
  asOf: string
}

/** The headline figures of a webinar as of now, beside the median of the others. Throws `Refused('not_found')`. */
export function figures(ws: Workspace, webinarId: string): FiguresAnswer {
  const { webinar } = needWebinar(ws, webinarId)
  const now = ws.now()
  const counts = countsByWebinar(ws.db, currentVersion(ws))
  const own = (each: Webinar) => figuresNow(ws, each, counts, now)
  const others = shownWebinars(ws).filter((each) => each.id !== webinar.id && stateOf(each, now) === 'ended')
  const compared = compareFigures(own(webinar), others.map(own))
  return { state: stateOf(webinar, now), ...compared, asOf: momentOf(now) }
}

function figuresNow(ws: Workspace, webinar: Webinar, counts: ReadonlyMap<number, CountRow[]>, now: number): Figure[] {
  const rows = counts.get(numberOfWebinar(ws, webinar)) ?? []
  return figuresOf(countedPeople(rows, positionOf(webinar.live, now)))
}
