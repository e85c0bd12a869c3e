import { readTime } from '../../activities/time.ts'
import { cited, refuse } from '../../refuse.ts'
import { dayStampOf, type Order, type Stamp, stampOf } from '../../stamp.ts'
import type { Zone } from '../../zone.ts'
import type { Cell } from './columns.ts'
import { refusal } from './words.ts'

/** A date, or a date with a time: a moment where an offset stands with it, else what a clock on the wall showed. */
export type DateRead = { moment: number } | { stamp: Stamp } | null

/** Null for what is no date. With dots the day comes first. */
export function readDate(text: string): DateRead {
  const moment = readTime(text)
  if (moment !== null) return { moment }
  const stamp = stampOf(text) ?? dayStampOf(text)
  if (stamp === null) return null
  if (!/^\d{1,2}\.\d{1,2}\./.test(text)) return { stamp }
  const day = stamp['day-first']
  return day === null ? null : { stamp: { ...stamp, 'month-first': day } }
}

/** Whether the file writes 04/05 for April 5 or for May 4: one number above 12 decides for all of it. */
export function orderOf(dates: readonly { cell: Cell; read: DateRead }[], file: string): Order {
  const open = dates.flatMap(({ cell, read }) => {
    const stamp = read && 'stamp' in read ? read.stamp : null
    return stamp && stamp['month-first'] !== stamp['day-first'] ? [{ cell, stamp }] : []
  })
  const monthFirst = open.find(({ stamp }) => stamp['day-first'] === null)?.cell
  const dayFirst = open.find(({ stamp }) => stamp['month-first'] === null)?.cell
  if (monthFirst && dayFirst) {
    const words = refusal('twoOrders', {
      ...{ monthFirst: cited(monthFirst.text), monthLine: monthFirst.line },
      ...{ dayFirst: cited(dayFirst.text), dayLine: dayFirst.line },
    })
    refuse(words, { file, ...(monthFirst.line > dayFirst.line ? monthFirst : dayFirst) })
  }
  if (dayFirst) return 'day-first'
  if (monthFirst || open.length === 0) return 'month-first'
  const { cell } = open[0]!
  return refuse(refusal('eitherOrder', { date: cited(cell.text) }), { file, ...cell })
}

/** The moment that a date means, ms UTC: of a date alone the first of that day, so that nothing of the day counts before it. */
export function momentOf(read: DateRead, order: Order, zone: Zone): number | null {
  if (read === null) return null
  if ('moment' in read) return read.moment
  const wall = read.stamp[order]
  return wall === null ? null : zone.momentsOf(wall)[0]!
}
