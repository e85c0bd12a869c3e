import { canonicalJson } from '../../domain/fact.ts'
import { Refused } from '../../domain/refusal.ts'
import { fromUtf16, isBlank, isUtf8, isUtf16, placeOfWrongByte, withoutMarks } from '../encoding.ts'
import { notText } from '../not-text.ts'
import { refuse } from '../refuse.ts'
import { tableOf } from '../table.ts'
import { Zone } from '../zone.ts'
import { columnsOf, isHeader } from './files/columns.ts'
import { momentOf, orderOf, readDate } from './files/date.ts'
import type { OutcomeRow, OutcomesReading, SkippedRow } from './files/reading.ts'
import { missing, type RowRead, readRow, wrong } from './files/row.ts'
import { refusal, tableWords } from './files/words.ts'

export type { OutcomeRow, OutcomesReading } from './files/reading.ts'

/** So much of a file is looked at to see what it is. */
const head = 8192

/** Whether a file names, in its first row, the columns of a table of outcomes. */
export function isOutcomesFile(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, head)
  const text = new TextDecoder().decode(isUtf16(start) ? fromUtf16(start) : withoutMarks(start))
  const [first] = text.trimStart().split(/[\r\n]/)
  try {
    const [header] = tableOf(new TextEncoder().encode(first), '', tableWords)
    return header !== undefined && isHeader(header)
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/**
 * Reads a table of deals won and lost, as a spreadsheet or a CRM saves it: e-mail, outcome and date, perhaps amount,
 * currency and margin. Rows that cannot be read are left out with their place; `now`: what is later has not been decided.
 * Throws `Refused('invalid')` with `{ file, line, column }` for what is no such table. The same row read twice, in
 * whatever order and in whatever file, gives the same id.
 */
export function readOutcomesFile(
  bytes: Uint8Array,
  { file, timezone, now }: { file: string; timezone: string; now: number },
): OutcomesReading {
  const zone = new Zone(timezone)
  const [header, ...rows] = tableOf(plainText(bytes, file), file, tableWords)
  if (!header) refuse(refusal('empty'), { file, line: 1, column: 1 })
  const columns = columnsOf(header, file)
  const dates = rows.map((row) => {
    const cell = columns.cell(row, 'date')
    return { cell, read: readDate(cell.text) }
  })
  const order = orderOf(dates, file)
  const [taken, skipped]: [Taken[], SkippedRow[]] = [[], []]
  for (const [at, row] of rows.entries()) {
    const { cell, read } = dates[at]!
    const said = readRow(row, columns)
    const time = momentOf(read, order, zone)
    if ('why' in said) skipped.push({ row: row.line, ...said })
    else if (time === null) skipped.push({ row: row.line, ...(cell.text ? wrong('noDate', cell) : missing(cell)) })
    else if (time > now) skipped.push({ row: row.line, ...wrong('future', cell) })
    else taken.push({ ...said, time, row: row.line, column: columns.cell(row, 'email').column })
  }
  return { kind: 'outcomes', rows: rows.length, outcomes: outcomesOf(taken), skipped }
}

interface Taken extends RowRead {
  row: number
  column: number
  time: number
}

/** Two deals of one person, day and outcome are told apart by what they brought; what is the same twice is one. */
function outcomesOf(taken: readonly Taken[]): OutcomeRow[] {
  const amounts = new Map<string, string[]>()
  for (const each of taken) {
    const [id, said] = [idOf(each), canonicalJson(each.money)]
    const known = amounts.get(id) ?? []
    if (!known.includes(said)) amounts.set(id, [...known, said].sort())
  }
  return taken.map((each) => {
    const { address, outcome, time, money, row, column } = each
    const number = amounts.get(idOf(each))!.indexOf(canonicalJson(money))
    const id = number === 0 ? idOf(each) : `${idOf(each)}/${number + 1}`
    return {
      row,
      column,
      address,
      statement: { id, type: `deal.${outcome}`, time, person: { email: address }, data: money },
    }
  })
}

function idOf({ address, outcome, time }: Taken): string {
  return `outcome/${encodeURIComponent(address)}/${outcome}/${time}`
}

function plainText(bytes: Uint8Array, file: string): Uint8Array {
  const start = { file, line: 1, column: 1 }
  const text = withoutMarks(bytes)
  if (isBlank(text)) refuse(refusal('empty'), start)
  const what = notText(text)
  if (what) refuse(refusal('notText', { what }), start)
  if (isUtf16(text)) return fromUtf16(text)
  return isUtf8(text) ? text : refuse(refusal('encoding'), { file, ...placeOfWrongByte(text) })
}
