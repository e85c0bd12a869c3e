import type { Context } from 'hono'
import type { Doer, ExportDetails } from '../../../domain/audit.ts'
import { filtersKept, recordedExport } from '../../../workspace/audit/record-export.ts'
import { authorOf } from '../access.ts'
import type { WorkspaceEnv } from '../routes.ts'

interface File extends Omit<ExportDetails, 'people' | 'filters'> {
  /** The list as it was asked for. */
  query: Readonly<Record<string, unknown>>
}

/**
 * The rows of a file of people, which the log keeps from here on; a look at the head of it (HEAD) is no export. `by`: who
 * made it, where that is not the caller.
 */
export function keptExport<Row>(
  c: Context<WorkspaceEnv>,
  { query, ...file }: File,
  rows: IterableIterator<Row>,
  by?: Doer,
): IterableIterator<Row>
export function keptExport<Row>(c: Context<WorkspaceEnv>, file: File, rows: Iterable<Row>, by?: Doer): Iterable<Row>
export function keptExport<Row>(c: Context<WorkspaceEnv>, { query, ...file }: File, rows: Iterable<Row>, by?: Doer) {
  if (c.req.method === 'HEAD') return rows
  return recordedExport(c.env.ws, by ?? authorOf(c), { ...file, filters: filtersKept(query) }, rows)
}
