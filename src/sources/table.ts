import { CsvError, type Options, parse } from 'csv-parse/sync'
import type { Words } from '../domain/words.ts'
import { type Place, refuse } from './refuse.ts'
import { cleanText } from './text.ts'

/**
 * One record: where it begins in the file (from 1) and its cells, trimmed; `''` is nothing, cells at the end that say
 * nothing are left out. `width` counts those too.
 */
export interface Row {
  line: number
  cells: string[]
  width: number
}

/** What is said of a file that is no table of the kind it should be, each with what to do instead. */
export interface TableWords {
  quoteOpen(): Words
  quoteMisplaced(): Words
  manyCells(params: { cells: number; most: number }): Words
  manyRows(params: { most: number }): Words
  longCell(params: { characters: number }): Words
}

/** A title or a column's name, however it is spaced and written. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/:$/, '').trim().toLowerCase()
}

const mostColumns = 500
const longestCell = 65_536
const mostRows = 500_000
const space = 32
const newline = 10
const carriageReturn = 13

/** All records of a file that say anything. Separator: whichever of comma, semicolon (Excel) and tab is most frequent. */
export function tableOf(text: Uint8Array, file: string, words: TableWords): Row[] {
  const rows: Row[] = []
  const lines = lineCounter(text)
  let records = 0
  let line = lines(0)
  const take = (record: string[], { bytes }: { bytes: number }): null => {
    const cells = cellsOf(record, { file, line, column: 1 }, words)
    if (++records > mostRows) refuse(words.manyRows({ most: mostRows }), { file, line, column: 1 })
    if (cells.length > 0) rows.push({ line, cells, width: record.length })
    line = lines(bytes)
    return null
  }
  const options: Options<string[]> = {
    delimiter: separatorOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    // A line without anything costs as much as a record with cells.
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    on_record: take,
  }
  try {
    parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength), options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { column } = error as { column?: unknown }
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    refuse(isOpen ? words.quoteOpen() : words.quoteMisplaced(), {
      file,
      line,
      column: typeof column === 'number' ? column + 1 : 1,
    })
  }
  return rows
}

function cellsOf(record: string[], place: Place, words: TableWords): string[] {
  let last = record.length
  while (last > 0 && !record[last - 1]) last--
  if (last > mostColumns)
    refuse(words.manyCells({ cells: last, most: mostColumns }), { ...place, column: mostColumns + 1 })
  const cells = record.slice(0, last)
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    if (cell.length > longestCell) refuse(words.longCell({ characters: cell.length }), { ...place, column: i + 1 })
    cells[i] = cell === '--' ? '' : cleanText(cell, longestCell)
  }
  while (cells.length > 0 && !cells.at(-1)) cells.pop()
  return cells
}

/**
 * The line in which the next record behind a byte begins, past lines without anything; to be asked in rising order. A
 * carriage return alone ends a line too.
 */
function lineCounter(text: Uint8Array): (byte: number) => number {
  let line = 1
  let at = 0
  return (byte) => {
    for (; at < byte || isBlank(text[at]); at++) {
      if (text[at] === newline || (text[at] === carriageReturn && text[at + 1] !== newline)) line++
    }
    return line
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === newline || byte === carriageReturn || byte === space
}

function separatorOf(text: Uint8Array): string {
  const head = new TextDecoder().decode(text.subarray(0, 8192)).replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: head.split(separator).length }))
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).separator
}

/** Whether the last line is ended, as Zoom ends every line. */
export function endsLine(text: Uint8Array): boolean {
  return text.at(-1) === newline || text.at(-1) === carriageReturn
}
