import type { Order } from '../../stamp.ts'
import type { Frame } from './frame.ts'
import type { DateCell } from './order.ts'
import type { Printed } from './times.ts'

const day = 24 * 3_600_000
/** No two clocks of the world are further apart. */
const widest = 26 * 3_600_000

/** What the clock showed in cells that can be read. */
export function printedTimes(cells: readonly DateCell[], order: Order): Printed[] {
  return cells.flatMap(({ stamp, line }) => {
    const wall = stamp?.[order]
    return typeof wall === 'number' ? { wall, line } : []
  })
}

/**
 * How often times of what was said contradict what the file says of the webinar and of itself, when read in an order;
 * `after`: it may have been said later, as a survey is filled in.
 */
export function contradicting(
  { started, generated, duration }: Frame,
  cells: readonly DateCell[],
  after = false,
): (order: Order) => number {
  return (order) => {
    const start = started.stamp?.[order] ?? null
    const made = generated.stamp?.[order] ?? Infinity
    const earliest = start === null ? -Infinity : start - widest
    const latest = start === null || after ? Infinity : start + Math.max(duration, day) + widest
    const walls = printedTimes(cells, order).map(({ wall }) => wall)
    const wrong = walls.filter((wall) => wall < earliest || wall > Math.min(latest, made + widest))
    return wrong.length + (start !== null && start > made + widest ? 1 : 0)
  }
}
