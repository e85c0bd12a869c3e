import { parse } from 'csv-parse/sync'
import { cellsOf, unzipped } from '../../http/xlsx-file.ts'
import { houseOfHostile, type Said } from '../exports/house.ts'
import { findOffice, readByOffice } from '../exports/office.ts'
import { atLeast, is, reaching } from '../marks.ts'
import type { Figures, Row } from '../row.ts'

const sizes = { short: 1_667, long: 10_000 }
/** Hostile values of each person. */
const values = 6

/** What people write into forms, in the files that others open. */
export const exports: Row = {
  number: 25,
  name: 'exports',
  mark: {
    short:
      '10,000 hostile names, phones and formulas: no cell of the spreadsheet’s file begins as a formula does, the file for programs reads back identical, the workbook holds texts alone',
    long: 'the same with 60,000, and LibreOffice finds no formula in any of them and reads Hebrew as it was written',
  },
  missing: (size) => (size === 'long' && findOffice() === null ? 'LibreOffice (soffice) is not on this machine' : null),
  async run({ size, seed, progress }) {
    const { said, file } = houseOfHostile(seed, sizes[size])
    progress(`${said.size} people are stored`)
    const sheet = await file('people.csv')
    const bytes = new Uint8Array(await sheet.arrayBuffer())
    const exact = await (await file('people.csv?profile=crm')).text()
    const book = new Uint8Array(await (await file('people.xlsx')).arrayBuffer())
    return reaching(
      {
        values: said.size * values,
        ...triggersIn(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), said),
        ...changedIn(parse(exact, { columns: true }), said, 'of the exact file'),
        ...workbookFigures(book, said),
        ...(size === 'long' && officeFigures(findOffice()!, bytes, book, said)),
      },
      {
        values: atLeast(10_000),
        'cells that begin as a formula': is(0),
        'people missing in the spreadsheet’s file': is(0),
        'values changed of the exact file': is(0),
        'people missing of the exact file': is(0),
        'values changed of the workbook': is(0),
        'people missing of the workbook': is(0),
        'formulas in the workbook': is(0),
        ...(size === 'long' && {
          'formulas that LibreOffice finds': is(0),
          'Hebrew that LibreOffice reads otherwise': is(0),
        }),
      },
    )
  },
}

type Cells = Record<string, string>

// After what a spreadsheet passes over: the signs of OWASP, in their wide form too.
const trigger = /^[\s"'\u2018-\u201d]*[=+\-@＝＋－＠]|^[\t\r\n]/
const numbers = ['Score', 'Velocity']

function triggersIn(text: string, said: Said): Figures {
  const rows = parse(text, { columns: true, bom: true }) as Cells[]
  const cells = rows.flatMap((row) => Object.entries(row).filter(([name]) => !numbers.includes(name)))
  // An apostrophe is what guards: what stands behind it is not run.
  const begins = cells.filter(([, cell]) => !cell.startsWith("'") && trigger.test(cell))
  const guarded = cells.filter(([, cell]) => cell.startsWith("'")).length
  return {
    'cells guarded': guarded,
    'cells that begin as a formula': begins.length,
    'people missing in the spreadsheet’s file': said.size - rows.length,
  }
}

const columns = {
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  jobTitle: 'Job title',
  country: 'Country',
  phone: 'Phone',
} as const

function changedIn(rows: readonly Cells[], said: Said, of: string): Figures {
  let changed = 0
  const found = new Set<string>()
  for (const row of rows) {
    const own = said.get(row['E-mail'] ?? '')
    if (!own) continue
    found.add(row['E-mail']!)
    for (const [name, heading] of Object.entries(columns))
      if (row[heading] !== own[name as keyof typeof columns]) changed++
  }
  return { [`values changed ${of}`]: changed, [`people missing ${of}`]: said.size - found.size }
}

function workbookFigures(book: Uint8Array, said: Said): Figures {
  const parts = [...unzipped(book)].filter(([name]) => name.startsWith('xl/worksheets/'))
  const sheets = parts.map(([, sheet]) => sheet)
  const formulas = sheets.reduce((sum, sheet) => sum + (sheet.match(/<f[\s>]/g)?.length ?? 0), 0)
  const [head, ...rows] = cellsOf(sheets[0]!)
  const named = rows.map((cells) => Object.fromEntries(head!.map((name, at) => [name, String(cells[at] ?? '')])))
  return { 'formulas in the workbook': formulas, ...changedIn(named, said, 'of the workbook') }
}

function officeFigures(office: string, sheet: Uint8Array, book: Uint8Array, said: Said): Figures {
  const ofSheet = readByOffice(office, 'people.csv', sheet)
  const ofBook = readByOffice(office, 'people.xlsx', book)
  const read = new Set(ofBook.rows.flat())
  const hebrew = [...said.values()].flatMap(Object.values).filter((text) => /^[\u0590-\u05ff "“”״,]+$/.test(text))
  return {
    'formulas that LibreOffice finds': ofSheet.formulas + ofBook.formulas,
    'Hebrew values': hebrew.length,
    'Hebrew that LibreOffice reads otherwise': hebrew.filter((text) => !read.has(text)).length,
  }
}
