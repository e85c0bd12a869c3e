/** How many rows are asked for at once. */
export const pageRows = 100
/** So many rows the browser holds at most, whatever was scrolled past. */
export const mostRows = 2_000
/** Rows before and behind the visible ones that are fetched ahead of the eye. */
const ahead = 40

export interface Page {
  /** Its number, from 0. */
  number: number
  /** How many rows it has. */
  rows: number
  /** Whether there are more behind it. */
  isMore: boolean
  /** How many there are in all, where the server counts them. */
  total: number | null
  /** When it was fetched. */
  at: number
}

/** The pages that are needed to show the rows from `first` to `last`. */
export function pagesFor(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first - ahead) / pageRows)
  const to = Math.floor((last + ahead) / pageRows)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** How many rows a list has as far as its pages tell; `isExact` false: there are more than that. */
export interface Length {
  rows: number
  isExact: boolean
}

/**
 * The newest word counts: a count of all, or the page with which the list ends. Else there is at least one row behind
 * the last page; what was known from pages that were let go since (`before`) still holds.
 */
export function lengthOf(pages: readonly Page[], before: Length): Length {
  const [newest, ...older] = pages.toSorted((a, b) => b.at - a.at)
  if (!newest) return before
  if (newest.total !== null) return { rows: newest.total, isExact: true }
  const last = [newest, ...older].find(({ isMore, rows, number }) => !isMore && (rows > 0 || number === 0))
  if (last) return { rows: endOf(last), isExact: true }
  const seen = Math.max(...pages.map((page) => (page.rows > 0 ? endOf(page) + 1 : 0)))
  const tooFar = Math.min(...pages.map(({ number, rows }) => (rows > 0 ? Infinity : number * pageRows)))
  if (tooFar < Infinity) return { rows: Math.max(seen, tooFar), isExact: false }
  return { rows: Math.max(before.rows, seen), isExact: before.isExact && before.rows >= seen }
}

function endOf({ number, rows }: Page): number {
  return number * pageRows + rows
}

/** Of pages that nobody looks at, given from the latest looked at on, those to let go so that `mostRows` is kept. */
export function pagesToDrop<Held extends { rows: number }>(rest: readonly Held[], inUse: number): Held[] {
  let held = inUse
  return rest.filter(({ rows }) => {
    held += rows
    return held > mostRows
  })
}
