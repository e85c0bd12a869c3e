/** What the parts of the list are to a screen reader: rows that are placed one by one are no elements of a table. */
export const roles = {
  /** `rows`: all of them with the head; -1 when nobody knows. */
  table: (label: string, rows: number) => ({ role: 'table', 'aria-label': label, 'aria-rowcount': rows }),
  group: { role: 'rowgroup' },
  /** The head is row 1. */
  row: (number: number) => ({ role: 'row', 'aria-rowindex': number }),
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
}
