import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { ExportedPerson } from '../../../workspace/export/people.ts'
import { type Column, shareIn } from '../../csv-download.ts'
import type { About } from './about.ts'

/** Of somebody in a ranking. */
export const sheetOfRanked: readonly Column<ExportedPerson>[] = [
  ['Rank', (row) => row.rank],
  ['E-mail', (row) => row.person.email],
  ['Name', (row) => row.person.name],
  ['Company', (row) => row.person.company],
  ['Job title', (row) => row.person.jobTitle],
  ['Score', (row) => row.score],
  ['Webinar points', (row) => row.webinarPoints],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Live seconds', (row) => row.attendance.liveSeconds],
  ['On-demand seconds', (row) => row.attendance.replaySeconds],
  ['Share present', ({ attendance: { share } }, profile) => shareIn(profile, share)],
  ['Evidence', (row) => row.attendance.evidence],
  ['On-demand evidence', (row) => row.attendance.replayEvidence],
  ['Questions', (row) => row.questions],
  ['Poll answers', (row) => row.pollAnswers],
  ['Buying topics', (row) => row.buying.join(' ')],
  ['Last activity', (row) => row.lastActivityAt],
  ['Person', (row) => row.person.id],
]

/** Of somebody in a list of people. */
export const sheetOfListed: readonly Column<InFile<Listed>>[] = [
  ['E-mail', (row) => row.person.email],
  ['Name', (row) => row.person.name],
  ['Company', (row) => row.person.company],
  ['Job title', (row) => row.person.jobTitle],
  ['Score', (row) => row.score],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Last activity', (row) => row.lastActivityAt],
  ['Person', (row) => row.person.id],
]

const contact: Column<InFile<Listed>>[] = [
  ['First name', (row) => row.contact?.firstName ?? null],
  ['Last name', (row) => row.contact?.lastName ?? null],
  ['Phone', (row) => row.contact?.phone ?? null],
  ['Country', (row) => row.contact?.country ?? null],
]

/**
 * A list as people read it: the columns of every release before first, what came later behind them. `contacts`: with what
 * only the profile says, which costs the reading of it.
 */
export function spreadsheetColumns<Row extends InFile<Listed>>(
  about: About,
  own: readonly Column<Row>[],
  { contacts }: { contacts: boolean },
): Column<Row>[] {
  const { modelVersion, asOf, unsubscribed } = about
  return [
    ...own,
    ...(contacts ? contact : []),
    ['Ripen model version', () => modelVersion],
    ['Ripen as of', () => asOf],
    ...(unsubscribed ? [wantsNoMail] : []),
  ]
}

const wantsNoMail: Column<InFile<Listed>> = ['Wants no mail', (row) => (row.wantsNoMail ? 'yes' : 'no')]
