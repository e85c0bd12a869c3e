import type { Interval } from '../../../domain/interval.ts'
import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { Order } from '../../stamp.ts'
import type { Zone } from '../../zone.ts'
import { momentsOf } from './order.ts'
import type { Printed } from './printed.ts'

const minute = 60_000

/**
 * When the room ran by the report. If the clock showed the start twice, the first of them, unless more people would
 * then have left after the end.
 */
export function runningOf({ started, duration, connections }: Printed, order: Order, zone: Zone): Interval {
  const [first, second] = momentsOf(started, order, zone)
  const late = (start: number) =>
    connections.filter(({ left }) => (momentsOf(left, order, zone)[0] ?? 0) > start + duration + 5 * minute).length
  const start = second !== undefined && late(second) < late(first!) ? second : first!
  return { from: start, to: start + duration }
}

/** What an Attendee Report says of the webinar itself. An end that equals the start is not known. */
export function runningStatements(
  prefix: string,
  webinar: WebinarName,
  { from, to }: Interval,
  { topic, kind }: { topic: string; kind?: string | undefined },
): Statement[] {
  const id = `${prefix}/scheduled/${topic}`
  const statements: Statement[] = [
    { id, type: 'webinar.scheduled', time: from, webinar, data: topic ? { topic } : {} },
    ...kindStatements(prefix, webinar, from, kind),
    { id: `${prefix}/started`, type: 'webinar.started', time: from, webinar, data: { evidence: 'report' } },
  ]
  if (to > from) {
    statements.push({ id: `${prefix}/ended`, type: 'webinar.ended', time: to, webinar, data: { evidence: 'report' } })
  }
  return statements
}

/** The kind of webinar that somebody says with a report. Apart from what the report says, which is the same without it. */
export function kindStatements(
  prefix: string,
  webinar: WebinarName,
  time: number,
  kind: string | undefined,
): Statement[] {
  return kind ? [{ id: `${prefix}/kind/${kind}`, type: 'webinar.scheduled', time, webinar, data: { kind } }] : []
}
