import type { Cell } from '../csv.ts'
import {
  contentTypes,
  coreProperties,
  customProperties,
  type Properties,
  packageLinks,
  styles,
  workbook,
  workbookLinks,
} from './parts.ts'
import { MOST_ROWS, type SheetColumn, sheetXml } from './sheet.ts'
import type { ZipEntry } from './zip.ts'

/** A table that may need more sheets than one: then they are called by its name and a number. */
export interface Table {
  name: string
  columns: readonly SheetColumn[]
  rows: Iterable<readonly Cell[]>
}

export interface Workbook {
  /** Each made when those before it are written. */
  tables: Iterable<Table>
  properties: Properties
  rightToLeft: boolean
}

/** The files of which an XLSX consists, the table of contents last: only then it is known how many sheets there are. */
export function* workbookEntries({ tables, properties, rightToLeft }: Workbook): Generator<ZipEntry> {
  yield { name: '_rels/.rels', text: [packageLinks] }
  yield { name: 'docProps/core.xml', text: [coreProperties(properties)] }
  yield { name: 'docProps/custom.xml', text: [customProperties(properties)] }
  yield { name: 'xl/styles.xml', text: [styles] }
  const names: string[] = []
  for (const { name, columns, rows } of tables) {
    const rest = new Rest(rows)
    for (let part = 1; part === 1 || !rest.isEmpty; part++) {
      names.push(part === 1 ? name : `${name} ${part}`)
      const sheet = { columns, rows: rest.next(MOST_ROWS - 1), rightToLeft }
      yield { name: `xl/worksheets/sheet${names.length}.xml`, text: sheetXml(sheet) }
    }
  }
  yield { name: 'xl/workbook.xml', text: [workbook(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [workbookLinks(names.length)] }
  yield { name: '[Content_Types].xml', text: [contentTypes(names.length)] }
}

/** Rows that are read in parts, one behind the other. */
class Rest<Row> {
  readonly #rows: Iterator<Row>
  #next: IteratorResult<Row> | null = null

  constructor(rows: Iterable<Row>) {
    this.#rows = rows[Symbol.iterator]()
  }

  get isEmpty(): boolean {
    this.#next ??= this.#rows.next()
    return this.#next.done === true
  }

  /** Whoever stops reading within a part has stopped reading the whole. */
  *next(most: number): Generator<Row> {
    let whole = false
    try {
      for (let left = most; left > 0 && !this.isEmpty; left--) {
        const { value } = this.#next as IteratorYieldResult<Row>
        this.#next = null
        yield value
      }
      whole = true
    } finally {
      if (!whole) this.#rows.return?.()
    }
  }
}
