/**
 * What the parts of the list are to a screen reader. They are no elements of a table, since rows are placed one by one;
 * the rows take the focus, not the cells.
 */
export const roles = {
  /** `rows`: all of them with the head, also those that are not drawn; -1 when nobody knows. */
  grid: (label: string, rows: number) => ({ role: 'grid', 'aria-label': label, 'aria-rowcount': rows }),
  group: { role: 'rowgroup' },
  /** The head is row 1. */
  row: (number: number) => ({ role: 'row', 'aria-rowindex': number }),
  head: { role: 'columnheader' },
  order: (isOn: boolean) => ({ role: 'columnheader', 'aria-sort': isOn ? 'descending' : 'none' }) as const,
  name: { role: 'rowheader' },
  cell: { role: 'gridcell' },
}
