import { instead, refuseOtherReports } from './other-reports.ts'
import { quoted, refuse, refuseEmpty } from './refuse.ts'
import { plain, type Row } from './table.ts'

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
  for (const [kind, name] of Object.entries(taken) as [ReportKind, string][]) {
    if (title === name.toLowerCase()) {
      if (!asked || asked === kind) return kind
      const words = `This is a Zoom ${name} (kind ${kind}), but it was to be read as ${quoted(asked)}.`
      refuse(`${words} Leave the kind out, or choose the right file.`, start)
    }
    if (title.startsWith(`${name.toLowerCase()},`)) {
      const words = `This ${name} was saved again by a spreadsheet that put each line into one cell.`
      refuse(`${words} Download it again and do not open and save it on the way.`, start)
    }
  }
  refuseOtherReports(rows, file)
  return refuse(
    `The file begins with ${quoted(cells.find(Boolean)!)}, which is no English title of a Zoom webinar report. ` +
      `If it is one in another language, switch the language of the Zoom web portal to English and download it again; else ${instead}.`,
    start,
  )
}
