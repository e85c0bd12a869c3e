import type { Bin } from '../answers.ts'

/** A bin whose ends are numbers. */
export interface Column {
  from: number
  to: number
  before: number
  after: number
  /** Whether it holds all below its end, or all from its beginning on. */
  open: 'below' | 'above' | null
}

/** The bins as columns of one width: those without an end are as wide as the others. */
export function columnsOf(bins: readonly Bin[]): Column[] {
  const closed = bins.find(({ from, to }) => from !== null && to !== null)
  const width = closed ? closed.to! - closed.from! : 1
  return bins.map(({ from, to, before, after }) => ({
    from: from ?? to! - width,
    to: to ?? from! + width,
    before,
    after,
    open: from === null ? 'below' : to === null ? 'above' : null,
  }))
}

/** The outline of one side for a line of steps that change in the middle between two points. */
export function outlineOf(columns: readonly Column[], side: 'before' | 'after'): { x: number; y: number }[] {
  const [first, last] = [columns[0], columns.at(-1)]
  if (!first || !last) return []
  const middle = ({ from, to }: Column) => (from + to) / 2
  const width = first.to - first.from
  return [
    { x: middle(first) - width, y: 0 },
    ...columns.map((column) => ({ x: middle(column), y: column[side] })),
    { x: middle(last) + width, y: 0 },
  ]
}
