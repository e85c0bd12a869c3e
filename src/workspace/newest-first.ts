import { Refused } from '../domain/refusal.ts'

/** A page of rows that are shown newest first; `nextCursor` is null where there are no older ones. */
interface Page<Row> {
  rows: readonly Row[]
  nextCursor: string | null
}

/** The number that a page's rows are below. Throws `Refused('invalid')` for a cursor that no page gave. */
export function belowCursor(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor)
  throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page', { field: 'cursor' })
}

/** Of rows, newest first, of which one more than `limit` was asked for. */
export function pageOf<Row extends { readonly number: number }>(found: readonly Row[], limit: number): Page<Row> {
  const rows = found.slice(0, limit)
  return { rows, nextCursor: found.length > limit ? String(rows.at(-1)!.number) : null }
}
