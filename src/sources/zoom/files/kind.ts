import { cited, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { refuseEmpty } from './empty.ts'
import { refuseOtherLanguages } from './language.ts'
import { refuseOtherReports } from './other-reports.ts'
import { isPollHeader } from './poll-blocks.ts'
import { looksLikeQuestions } from './question-columns.ts'
import { isSurveyHeader } from './survey.ts'
import { refusal } from './words.ts'

export type ReportKind = 'zoom-attendees' | 'zoom-registrations' | 'zoom-polls' | 'zoom-survey' | 'zoom-qa'

const reports: Record<ReportKind, { report: string; title: RegExp }> = {
  'zoom-attendees': { report: 'Attendee Report', title: /^attendee report$/ },
  'zoom-registrations': { report: 'Registration Report', title: /^registration report$/ },
  'zoom-polls': { report: 'Poll Report', title: /^polls? report$/ },
  'zoom-survey': { report: 'Survey Report', title: /^survey report$/ },
  'zoom-qa': { report: 'Q&A Report', title: /^(q ?& ?a|questions?( (and|&) answers?)?) (report|details)$/ },
}

const kinds = Object.keys(reports) as ReportKind[]

/** A report without a title shows what it is in so many rows at the beginning. */
const shown = 12

/** Which report a file is, by what stands in it. Refuses every other file, and one that is not what `asked` says. */
export function kindOf(rows: readonly Row[], file: string, asked: string | undefined): ReportKind {
  if (!rows[0]) refuseEmpty(file)
  const { line, cells } = rows[0]
  const title = plain(cells[0]!)
  const start = { file, line, column: 1 }
  if (asked !== undefined && !kinds.some((kind) => kind === asked))
    refuse(refusal('noKind', { asked: cited(asked), kinds: [...kinds, 'outcomes'].join(', ') }), {
      file,
      line: 1,
      column: 1,
    })
  const oneCell = kinds.find((kind) => title.startsWith(`${reports[kind].report.toLowerCase()},`))
  if (oneCell) refuse(refusal('oneCell', { report: reports[oneCell].report }), start)
  const titled = kinds.find((kind) => reports[kind].title.test(title))
  const kind = titled ?? (asked === 'zoom-qa' ? null : shapeOf(rows))
  if (kind) {
    if (!asked || asked === kind) return kind
    refuse(refusal('otherKind', { report: reports[kind].report, kind, asked: cited(asked) }), start)
  }
  refuseOtherReports(rows, file)
  if (asked === 'zoom-qa' || (!asked && looksLikeQuestions(rows))) return 'zoom-qa'
  refuseOtherLanguages(rows, file)
  return refuse(refusal('unknownTitle', { title: cited(cells.find(Boolean)!) }), start)
}

/** What a report without a title is: the polls of 2020, the newer ones that begin with an overview, a survey. */
function shapeOf(rows: readonly Row[]): ReportKind | null {
  const head = rows.slice(0, shown)
  if (head.some(isSurveyHeader)) return 'zoom-survey'
  const isPolls = head.some((row) => isPollHeader(row) || row.cells.some((cell) => plain(cell) === 'poll name'))
  return isPolls ? 'zoom-polls' : null
}
