import type { Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { numberOf } from './connections.ts'
import type { Report, Section } from './sections.ts'
import { part, refusal, warning } from './words.ts'

/** The reports with a table of attendees. */
export type AttendeeKind = 'zoom-attendees' | 'zoom-registrations'

const tables: Record<AttendeeKind, { people: Words; totals: string[][] }> = {
  'zoom-attendees': { people: part('attendees'), totals: [['unique viewers'], ['# registered', '# registrants']] },
  'zoom-registrations': { people: part('registrants'), totals: [['# registrants', '# registered']] },
}

/** Refuses a report that a download or a copy broke off: what came before the end would look like the whole. */
export function refuseCutOff(
  { report, rows, kind }: { report: Report; rows: readonly Row[]; kind: AttendeeKind },
  { file, endsLine }: { file: string; endsLine: boolean },
): void {
  const last = rows.at(-1)!
  const end = { file, line: last.line, column: Math.max(1, last.width) }
  const { people, totals } = tables[kind]
  const table = report.sections.find(({ title }) => title === 'attendee details')
  if (!table) refuse(refusal('noTable', { people }), end)
  const open = report.sections.at(-1)!
  if (!endsLine && (last === open.header ? isPartOfHeader(last) : isShort(last, open))) refuse(refusal('cutOff'), end)
  const total = totals.map((names) => numberOf(report.about(...names).text) ?? 0).find((count) => count > 0)
  if (table.rows.length === 0 && total) refuse(refusal('emptyTable', { total, people }), end)
  if (endsLine && isShort(last, open)) report.warnings.push(warning('shortLastRow', { line: last.line }))
}

/** Fewer cells than the names of the columns, and than every other row: some of Zoom's rows are one cell short. */
function isShort(last: Row, { header, rows }: Section): boolean {
  return last === rows.at(-1) && [header, ...rows].every((row) => row === last || row.width > last.width)
}

function isPartOfHeader({ cells }: Row): boolean {
  return plain(cells.at(-1)!) !== 'country/region name'
}
