import { numberOf } from './connections.ts'
import type { ReportKind } from './kind.ts'
import { refuse } from './refuse.ts'
import type { Report, Section } from './sections.ts'
import { plain, type Row } from './table.ts'

const again = 'Download it again from Zoom'

const tables: Record<ReportKind, { people: string; totals: string[][] }> = {
  'zoom-attendees': { people: 'attendees', totals: [['unique viewers'], ['# registered', '# registrants']] },
  'zoom-registrations': { people: 'registrants', totals: [['# registrants', '# registered']] },
}

/** Refuses a report that a download or a copy broke off: what came before the end would look like the whole. */
export function refuseCutOff(
  { report, rows, kind }: { report: Report; rows: readonly Row[]; kind: ReportKind },
  { file, endsLine }: { file: string; endsLine: boolean },
): void {
  const last = rows.at(-1)!
  const end = { file, line: last.line, column: Math.max(1, last.width) }
  const { people, totals } = tables[kind]
  const table = report.sections.find(({ title }) => title === 'attendee details')
  if (!table) refuse(`This file ends before its table of ${people}: it is cut off. ${again}.`, end)
  const open = report.sections.at(-1)!
  if (!endsLine && (last === open.header ? isPartOfHeader(last) : isShort(last, open)))
    refuse(`This file ends in the middle of a row: it is cut off. ${again}.`, end)
  const counted = totals.map((names) => numberOf(report.about(...names).text) ?? 0).find((total) => total > 0)
  if (table.rows.length === 0 && counted)
    refuse(`Zoom counted ${counted} ${people}, but the table of them is empty: the file is cut off. ${again}.`, end)
  if (endsLine && isShort(last, open))
    report.warnings.push(`The last row (line ${last.line}) is shorter than its table: the file may be cut off.`)
}

/** Fewer cells than the names of the columns, and than every other row: some of Zoom's rows are one cell short. */
function isShort(last: Row, { header, rows }: Section): boolean {
  return last === rows.at(-1) && [header, ...rows].every((row) => row === last || row.width > last.width)
}

function isPartOfHeader({ cells }: Row): boolean {
  return plain(cells.at(-1)!) !== 'country/region name'
}
