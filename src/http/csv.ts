/** `spreadsheet` is safe to open in Excel and the like; `crm` leaves every value exactly as it is, for a program to import. */
export type CsvProfile = 'spreadsheet' | 'crm'

export type Cell = string | number | boolean | null

// A cell that starts so, after spaces and quotes, may be run as a formula (reference: OWASP CSV injection).
const trigger = /^[ \u00a0"'\u2018-\u201d]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

// Most cells: they begin with a letter or a digit and hold nothing that would have to be quoted.
const plain = /^[A-Za-z0-9\u0400-\u05ea](?:[^",\r\n]*[^",\s])?$/

/** One row of RFC 4180 with CRLF. For a spreadsheet, texts that it could run get a leading apostrophe; numbers never do. */
export function csvRow(cells: readonly Cell[], profile: CsvProfile): string {
  let row = ''
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) row += ','
    const cell = cells[i]!
    row += typeof cell === 'string' ? written(cell, profile) : cell === null ? '' : String(cell)
  }
  return `${row}\r\n`
}

function written(text: string, profile: CsvProfile): string {
  return plain.test(text) ? text : quoted(guarded(text, profile))
}

function guarded(text: string, profile: CsvProfile): string {
  return profile === 'spreadsheet' && couldRun(text) ? `'${text}` : text
}

/** Whether a spreadsheet could take a text for a formula. */
export function couldRun(text: string): boolean {
  return trigger.test(text)
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Excel reads UTF-8 only after this mark; a CRM would take it for a part of the first column's name. */
export function csvStart(profile: CsvProfile): string {
  return profile === 'spreadsheet' ? '\ufeff' : ''
}
