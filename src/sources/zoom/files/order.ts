import { quoted, refuse } from './refuse.ts'
import type { Cell } from './sections.ts'
import { type Order, type Stamp, stampOf } from './stamp.ts'
import type { Zone } from './zone.ts'

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
    const words = `${quoted(unreadable[0]!.text)} is no date as Zoom prints it in English. Switch the language of the Zoom web portal to English and download the report again.`
    refuse(words, { file, line: unreadable[0]!.line, column: unreadable[0]!.column })
  }
  const open = cells.filter(({ stamp }) => stamp && stamp['month-first'] !== stamp['day-first'])
  const monthFirst = open.find(({ stamp }) => stamp!['day-first'] === null)
  const dayFirst = open.find(({ stamp }) => stamp!['month-first'] === null)
  if (monthFirst && dayFirst) {
    const words =
      `The dates are in two orders: ${quoted(monthFirst.text)} in line ${monthFirst.line} can only be month/day, ` +
      `${quoted(dayFirst.text)} in line ${dayFirst.line} only day/month. The file was changed on the way; download it again and do not open and save it.`
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
  const [first] = open
  return refuse(
    `The dates can be read as month/day or as day/month (${quoted(first!.text)}), and nothing in the file tells which. ` +
      'Set the Zoom account to English (United States) and its date format to month/day/year, and download the report again.',
    { file, line: first!.line, column: first!.column },
  )
}

/** All moments that a printed date can mean: none if it cannot be read, two in the hour that a clock shows twice. */
export function momentsOf({ stamp }: DateCell, order: Order, zone: Zone): number[] {
  const wall = stamp?.[order]
  return typeof wall === 'number' ? zone.momentsOf(wall) : []
}

/** Why a date is no use, as a part of a sentence. */
export function whyUseless({ text }: DateCell, what: string): string {
  return text ? `the ${what} ${quoted(text)} cannot be read` : `the ${what} is missing`
}
