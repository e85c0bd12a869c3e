import { type Finality, finalityOf, type Reported } from '../../domain/reconciliation/finality.ts'
import { stateOf } from '../../domain/webinar-state.ts'
import { typeOfNumber } from '../../store/fact-type.ts'
import { factsOfSeries } from '../../store/facts.ts'
import { type ReportedRow, reportsOfNames } from '../../store/reported.ts'
import type { FoundWebinar } from '../people-of-webinar.ts'
import { placeOf } from '../series.ts'
import type { Workspace } from '../workspace.ts'

/** Whether the attendance of a webinar is final as of now, and the reports that came in. */
export function finalityNow(
  ws: Workspace,
  of: FoundWebinar,
  hasRows: boolean,
): { finality: Finality; reports: ReportedRow[] } {
  const { webinar, known } = of
  const names = [...known.names].filter(
    ([number, { instance }]) => instance !== undefined && placeOf(known, number, 0).id === webinar.id,
  )
  const reports = reportsOfNames(
    ws.db,
    names.map(([number]) => number),
  )
  const isUndated = hasRows && reports.length === 0
  const finality = finalityOf(webinar, stateOf(webinar, ws.now()), reportedOf(ws, of, reports), isUndated)
  return { finality, reports }
}

/** Reports with the time in which the room of each ran. */
function reportedOf(ws: Workspace, { webinar }: FoundWebinar, reports: readonly ReportedRow[]): Reported[] {
  if (reports.length === 0) return []
  const told = factsOfSeries(ws.db, webinar.platform, webinar.platformId)
  const timesOf = (name: number, type: 'webinar.started' | 'webinar.ended') =>
    told.flatMap((fact) => (fact.name === name && typeOfNumber(fact.type) === type ? fact.time : []))
  return reports.map(({ name, by, generatedAt, receivedAt }) => {
    const [starts, ends] = [timesOf(name, 'webinar.started'), timesOf(name, 'webinar.ended')]
    const isKnown = starts.length > 0 && ends.length > 0
    return { by, generatedAt, receivedAt, ran: isKnown ? { from: Math.min(...starts), to: Math.max(...ends) } : null }
  })
}
