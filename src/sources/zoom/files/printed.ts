import type { Order } from '../../stamp.ts'
import type { Connection } from './connections.ts'
import type { DateCell } from './order.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The times of an Attendee Report as they are printed. `duration` in ms, 0 is unknown. */
export interface Printed {
  generated: DateCell
  started: DateCell
  duration: number
  connections: readonly Connection[]
}

/** How often the times contradict each other when read in an order. An hour is allowed for a clock put back. */
export function contradictionsOf({ generated, started, duration, connections }: Printed, order: Order): number {
  const made = generated.stamp?.[order] ?? Infinity
  const start = started.stamp?.[order] ?? null
  const latest = start === null ? Infinity : start + duration + day
  const earliest = start === null ? -Infinity : start - day
  let count = start !== null && made < start - hour ? 1 : 0
  for (const { joined, left, registered, minutes } of connections) {
    const signedUp = registered.stamp?.[order] ?? null
    if (signedUp !== null && signedUp > latest) count++
    const from = joined.stamp?.[order] ?? null
    const to = left.stamp?.[order] ?? null
    if (from === null || to === null) continue
    const counted = Math.ceil((to - from) / minute)
    if (to < from - hour || (minutes !== null && Math.abs(counted - minutes) > 61)) count++
    if (from < earliest || from > latest || made < to - hour) count++
  }
  return count
}
