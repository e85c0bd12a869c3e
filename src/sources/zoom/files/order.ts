import type { Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import { type Order, type Stamp, stampOf } from '../../stamp.ts'
import type { Zone } from '../../zone.ts'
import type { Cell } from './sections.ts'
import { reason, refusal } from './words.ts'

/** A cell that holds a date and time; `stamp` is null where it is empty or cannot be read. */
export interface DateCell extends Cell {
  stamp: Stamp | null
}

export function dateCell(cell: Cell): DateCell {
  return { ...cell, stamp: cell.text ? stampOf(cell.text) : null }
}

/**
 * Whether the file writes 04/05 for April 5 or for May 4. One number above 12 decides for the whole file. Else the
 * order under which the file contradicts itself less than a quarter as often as under the other one holds
 * (`contradictions` counts); else nobody can know.
 */
export function orderOf(cells: readonly DateCell[], contradictions: (order: Order) => number, file: string): Order {
  const unreadable = cells.filter(({ text, stamp }) => text && !stamp)
  if (unreadable.length * 2 > cells.filter(({ text }) => text).length) {
    const { text, line, column } = unreadable[0]!
    refuse(refusal('noEnglishDate', { date: cited(text) }), { file, line, column })
  }
  const open = cells.filter(({ stamp }) => stamp && stamp['month-first'] !== stamp['day-first'])
  const monthFirst = open.find(({ stamp }) => stamp!['day-first'] === null)
  const dayFirst = open.find(({ stamp }) => stamp!['month-first'] === null)
  if (monthFirst && dayFirst) {
    const words = refusal('twoOrders', {
      monthFirst: cited(monthFirst.text),
      monthLine: monthFirst.line,
      dayFirst: cited(dayFirst.text),
      dayLine: dayFirst.line,
    })
    refuse(words, {
      file,
      line: Math.max(monthFirst.line, dayFirst.line),
      column: (monthFirst.line > dayFirst.line ? monthFirst : dayFirst).column,
    })
  }
  if (dayFirst) return 'day-first'
  if (monthFirst || open.length === 0) return 'month-first'
  const asMonthFirst = contradictions('month-first')
  const asDayFirst = contradictions('day-first')
  if (asMonthFirst * 4 < asDayFirst) return 'month-first'
  if (asDayFirst * 4 < asMonthFirst) return 'day-first'
  const { text, line, column } = open[0]!
  return refuse(refusal('eitherOrder', { date: cited(text) }), { file, line, column })
}

/** All moments that a printed date can mean: none if it cannot be read, two in the hour that a clock shows twice. */
export function momentsOf({ stamp }: DateCell, order: Order, zone: Zone): number[] {
  const wall = stamp?.[order]
  return typeof wall === 'number' ? zone.momentsOf(wall) : []
}

/** Why a date is no use, as a part of a sentence. */
export function whyUseless({ text }: DateCell, what: Words): Words {
  return text ? reason('unreadable', { what, text: cited(text) }) : reason('missing', { what })
}
