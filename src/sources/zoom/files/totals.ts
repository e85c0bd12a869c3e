import type { Interval } from '../../../domain/interval.ts'
import { together, type Words } from '../../../domain/words.ts'
import { type Connection, numberOf } from './connections.ts'
import { type Registrant, stateOf } from './registrant.ts'
import type { Report } from './sections.ts'
import { part, warning } from './words.ts'

/** Checks Zoom's own totals of an Attendee Report against its rows; older reports are off by a few (zoom.md 4.1). */
export function attendeeTotals(
  report: Report,
  connections: readonly Connection[],
  intervals: ReadonlyMap<Connection, Interval>,
): Words[] {
  const came = connections.filter(({ attended }) => attended)
  const audience = came.filter(({ role }) => role === 'attendee')
  const viewers = new Set(audience.map(({ email, address }) => email ?? address.toLowerCase()).filter(Boolean))
  const stays = audience.flatMap((connection) => intervals.get(connection) ?? [])
  return differing([
    ...registrantTotals(
      report,
      connections.flatMap(({ registrant }) => registrant ?? []),
    ),
    ...checkTotal(report, ['unique viewers'], part('uniqueViewers'), [viewers.size]),
    ...checkTotal(report, ['total users'], part('connections'), [came.length]),
    ...checkTotal(report, ['max concurrent views'], part('concurrent'), peaksOf(stays)),
  ])
}

/** The same for a Registration Report. */
export function registrationTotals(report: Report, registrants: readonly Registrant[]): Words[] {
  return differing(registrantTotals(report, registrants))
}

/** One sentence, however many of the totals differ. */
function differing([first, ...others]: readonly Words[]): Words[] {
  if (!first) return []
  const totals = together([first, ...others], (first, second) => part('totals', { first, second }))
  return [warning('totals', { totals })]
}

/** Whether those who cancelled are among Zoom's registrants is not said, and they have been seen counted as denied. */
function registrantTotals(report: Report, registrants: readonly Registrant[]): Words[] {
  const all = new Set(registrants.map(({ email }) => email))
  const cancelled = registrants.filter(({ status }) => stateOf(status) === 'cancelled').length
  const counted = [all.size, registrants.length, all.size - cancelled, registrants.length - cancelled]
  const denied = numberOf(report.about('# denied registrants').text)
  return [
    ...checkTotal(report, ['# registered', '# registrants'], part('registrantCount'), counted),
    ...(denied === cancelled
      ? []
      : checkTotal(report, ['# cancelled', '# cancelled registrants'], part('cancelled'), [cancelled])),
  ]
}

/** `counts` are all readings that Zoom's total may have. */
function checkTotal({ about }: Report, names: string[], what: Words, counts: number[]): Words[] {
  const total = numberOf(about(...names).text)
  if (total === null || counts.includes(total)) return []
  return [part('total', { total, what, counted: counts[0]! })]
}

/** Most stays at one moment: a leave and a join at the same second counted one after the other, and at once. */
function peaksOf(intervals: readonly Interval[]): number[] {
  return [-1, 1].map((earlier) => {
    const steps = intervals.flatMap(({ from, to }) => [
      { at: from, step: 1 },
      { at: to, step: -1 },
    ])
    steps.sort((a, b) => a.at - b.at || (b.step - a.step) * earlier)
    let now = 0
    let peak = 0
    for (const { step } of steps) {
      now += step
      peak = Math.max(peak, now)
    }
    return peak
  })
}
