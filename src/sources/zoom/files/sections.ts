import type { Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { refusal, warning } from './words.ts'

/** A cell with its place. */
export interface Cell {
  text: string
  line: number
  column: number
}

/** One table of the stack. `title` is in lower case. */
export interface Section {
  title: string
  header: Row
  rows: Row[]
}

/** What a report says of itself, by the names of its columns, and the tables below. */
export interface Report {
  generated: Cell
  about: (...names: string[]) => Cell
  sections: Section[]
  warnings: Words[]
}

const known = ['host details', 'panelist details', 'attendee details', 'other attended']
const nothing: Row = { line: 1, cells: [], width: 0 }

/** Takes a report apart. A row with exactly one cell that says something is the title of the table below it. */
export function sectionsOf(rows: readonly Row[], file: string): Report {
  const sections: Section[] = []
  const warnings: Words[] = []
  let generated: Cell = { text: '', line: 1, column: 2 }
  let header = nothing
  let values = nothing
  let open: Section | null = null
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!
    const next = rows[i + 1]
    const title = titleOf(row, next)
    if (title) {
      open = null
      if (!next || titleOf(next, rows[i + 2])) continue
      if (!isHeader(next))
        refuse(refusal('noHeader', { table: cited(row.cells[0]!) }), { file, line: next.line, column: 1 })
      open = { title, header: next, rows: [] }
      if (known.includes(title)) sections.push(open)
      else warnings.push(warning('unknownTable', { table: cited(row.cells.find(Boolean)!), line: row.line }))
      i++
    } else if (open) open.rows.push(row)
    else if (/^report generated/.test(plain(row.cells[0]!)))
      generated = { text: row.cells[1] ?? '', line: row.line, column: 2 }
    else if (header === nothing && row.cells.some((cell) => plain(cell) === 'topic')) header = row
    else if (header !== nothing && values === nothing) values = row
  }
  if (header === nothing) refuse(refusal('noAbout'), { file, line: rows[0]!.line, column: 1 })
  const about = (...names: string[]): Cell => {
    const index = header.cells.findIndex((cell) => names.includes(plain(cell)))
    return {
      text: values.cells[index] ?? '',
      line: (values === nothing ? header : values).line,
      column: index + 1 || 1,
    }
  }
  return { generated, about, sections, warnings }
}

function titleOf(row: Row, next: Row | undefined): string | null {
  if (row.cells[0] && row.cells[1]) return null
  const [only, second] = row.cells.filter(Boolean)
  if (!only || second) return null
  const title = plain(only)
  return known.includes(title) || (next && isHeader(next)) ? title : null
}

function isHeader(row: Row): boolean {
  return row.cells.some((cell) => ['email', 'join time'].includes(plain(cell)))
}
