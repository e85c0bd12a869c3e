import { cited, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { refuseEmpty } from './empty.ts'
import { refuseOtherReports } from './other-reports.ts'
import { refusal } from './words.ts'

export type ReportKind = 'zoom-attendees' | 'zoom-registrations'

const taken: Record<ReportKind, string> = {
  'zoom-attendees': 'Attendee Report',
  'zoom-registrations': 'Registration Report',
}

/** Which report a file is, by what stands in it. Refuses every other file, and one that is not what `asked` says. */
export function kindOf(rows: readonly Row[], file: string, asked: string | undefined): ReportKind {
  if (!rows[0]) refuseEmpty(file)
  const { line, cells } = rows[0]
  const title = plain(cells[0]!)
  const start = { file, line, column: 1 }
  for (const [kind, report] of Object.entries(taken) as [ReportKind, string][]) {
    if (title === report.toLowerCase()) {
      if (!asked || asked === kind) return kind
      refuse(refusal('otherKind', { report, kind, asked: cited(asked) }), start)
    }
    if (title.startsWith(`${report.toLowerCase()},`)) refuse(refusal('oneCell', { report }), start)
  }
  refuseOtherReports(rows, file)
  return refuse(refusal('unknownTitle', { title: cited(cells.find(Boolean)!) }), start)
}
