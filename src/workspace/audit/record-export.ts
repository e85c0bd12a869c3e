import type { Doer, ExportDetails } from '../../domain/audit.ts'
import { writeAuditDetails } from '../../store/audit.ts'
import type { Workspace } from '../workspace.ts'
import { record } from './record.ts'

/** Filters whose values are Ripen's own words. What somebody typed may be a lead's name: only that it was there is kept. */
const kept = [
  ...['stage', 'reached', 'temperature', 'grade', 'attended', 'minScore', 'buying', 'topic', 'where', 'staff', 'only'],
  ...['sort', 'asOf', 'knownAt', 'model', 'act'],
]

/** What a list was narrowed down by, as the log may keep it. */
export function filtersKept(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, kept.includes(name) ? String(value) : '…']))
}

/**
 * The rows of a file of people, which stands in the log before the first of them is read: that it was made, and at its
 * end or where the reader goes away, how many were in it.
 */
export function recordedExport<Row>(
  ws: Workspace,
  doer: Doer,
  details: Omit<ExportDetails, 'people'>,
  rows: Iterable<Row>,
): IterableIterator<Row> {
  const number = record(ws, doer, { act: 'export.made', details: { ...details, people: null } })
  const source = rows[Symbol.iterator]()
  let people = 0
  let ended = false

  function end(brokenOff: boolean): void {
    if (ended) return
    ended = true
    const known = { ...details, people, ...(brokenOff && { brokenOff }) }
    try {
      ws.relaxed(() => writeAuditDetails(ws.db, number, JSON.stringify(known)))
    } catch (error) {
      ws.report('the size of an export is not in the log', error)
    }
  }

  return {
    next() {
      const next = source.next()
      if (next.done) end(false)
      else people++
      return next
    },
    return(value) {
      end(true)
      return source.return?.(value) ?? { done: true, value }
    },
    [Symbol.iterator]() {
      return this
    },
  }
}
