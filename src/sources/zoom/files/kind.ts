import { quoted, refuse, refuseEmpty } from './refuse.ts'
import type { Row } from './table.ts'

export type ReportKind = 'zoom-attendees' | 'zoom-registrations'

const taken: Record<ReportKind, string> = {
  'zoom-attendees': 'Attendee Report',
  'zoom-registrations': 'Registration Report',
}

const instead =
  'download the Attendee Report (Zoom web portal, Reports > Webinar, “Attendee Report”), and the Registration Report for who signed up'

/** Reports that are known by sight and not read yet. */
const later: [what: string, looksSo: (title: string, header: string[]) => boolean][] = [
  ['Survey Report', (title, header) => title === 'survey report' || (header[0] === '#' && header.includes('user id'))],
  ['Poll Report', (title, header) => title === 'poll report' || header.includes('poll name') || isPollHeader(header)],
  ['Q&A Report', (title) => /^(q ?& ?a|questions?( (and|&) answers?)?) (report|details)$/.test(title)],
  ['Performance Report', (title) => title === 'performance report'],
]

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
  refuseParticipants(rows, file)
  refuseLater(rows, title, file)
  return refuse(
    `The file begins with ${quoted(cells.find(Boolean)!)}, which is no English title of a Zoom webinar report. ` +
      `If it is one in another language, switch the language of the Zoom web portal to English and download it again; else ${instead}.`,
    start,
  )
}

/** Its header may follow a block about the meeting, or have the meeting's columns before the participant's. */
function refuseParticipants(rows: readonly Row[], file: string): void {
  for (const { line, cells } of rows.slice(0, 12)) {
    const names = cells.map(plain)
    const name = names.findIndex((name) => name === 'name' || name === 'name (original name)')
    if (name < 0 || !names.some((name) => /^(total )?duration \(minutes\)$/.test(name))) continue
    const words =
      "This is Zoom's list of participants (Reports > Usage > Participants), not a webinar report: it has no registrations and leaves out who did not come."
    refuse(`${words} Instead, ${instead}.`, { file, line, column: name + 1 })
  }
}

function refuseLater(rows: readonly Row[], title: string, file: string): void {
  for (const { line, cells } of rows.slice(0, 12)) {
    const header = cells.map(plain)
    const [what] = later.find(([, looksSo]) => looksSo(title, header)) ?? []
    if (!what) continue
    const words = `This is a Zoom ${what}. Ripen reads it in a later version; today it reads the Attendee Report and the Registration Report.`
    refuse(words, { file, line, column: 1 })
  }
}

function isPollHeader(header: string[]): boolean {
  return header[0] === '#' && (header.includes('submitted date/time') || header.includes('user name'))
}

/** A title or a column's name, however it is spaced and written. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/:$/, '').trim().toLowerCase()
}
