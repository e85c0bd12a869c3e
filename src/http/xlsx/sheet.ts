import type { Cell } from '../csv.ts'
import { xmlText } from './xml-text.ts'

/** A column of a sheet. `width`: in characters; `shows`: what its numbers are, days since 1900 for a moment. */
export interface SheetColumn {
  heading: string
  width: number
  shows?: keyof typeof styleOf
}

/** So many rows a sheet of Excel has, the heading among them. */
export const MOST_ROWS = 1_048_576

export interface Sheet {
  columns: readonly SheetColumn[]
  /** At most `MOST_ROWS` less one. */
  rows: Iterable<readonly Cell[]>
  rightToLeft: boolean
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** In parts.ts, by their places. */
const styleOf = { heading: 1, moment: 2, share: 3 }

/** A worksheet row by row, its heading frozen. Texts are typed as texts, so nothing in them is ever run. */
export function* sheetXml({ columns, rows, rightToLeft }: Sheet): Generator<string> {
  const letters = columns.map((_, at) => columnLetters(at))
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">`
  yield `<sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">`
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
  for (const [at, { width }] of columns.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  yield '</cols><sheetData>'
  const headings = columns.map(({ heading }) => heading)
  const headingStyles = columns.map(() => styled('heading'))
  yield rowXml(headings, 1, letters, headingStyles)
  const styles = columns.map(({ shows }) => styled(shows))
  let number = 1
  for (const row of rows) yield rowXml(row, ++number, letters, styles)
  yield '</sheetData></worksheet>'
}

function styled(as: SheetColumn['shows']): string {
  return as ? ` s="${styleOf[as]}"` : ''
}

function rowXml(cells: readonly Cell[], number: number, letters: readonly string[], styles: readonly string[]): string {
  let xml = `<row r="${number}">`
  for (let at = 0; at < cells.length; at++) xml += cellXml(cells[at]!, `${letters[at]}${number}`, styles[at]!)
  return `${xml}</row>`
}

function cellXml(cell: Cell, place: string, style: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
}

/** A, B, … Z, AA, …; counted from 0. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}
