import type { ExportedPerson } from '../../../workspace/export/people.ts'
import { type Column, shareIn } from '../../csv-download.ts'
import type { About } from './about.ts'

const ranked: Column<ExportedPerson>[] = [
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

const contact: Column<ExportedPerson>[] = [
  ['First name', (row) => row.contact?.firstName ?? null],
  ['Last name', (row) => row.contact?.lastName ?? null],
  ['Phone', (row) => row.contact?.phone ?? null],
  ['Country', (row) => row.contact?.country ?? null],
]

/**
 * The ranking as people read it: the columns of every release before first, what came later behind them. `contacts`:
 * with what only the profile says, which costs the reading of it.
 */
export function spreadsheetColumns(about: About, { contacts }: { contacts: boolean }): Column<ExportedPerson>[] {
  const { modelVersion, asOf, unsubscribed } = about
  return [
    ...ranked,
    ...(contacts ? contact : []),
    ['Ripen model version', () => modelVersion],
    ['Ripen as of', () => asOf],
    ...(unsubscribed ? [wantsNoMail] : []),
  ]
}

const wantsNoMail: Column<ExportedPerson> = ['Wants no mail', (row) => (row.wantsNoMail ? 'yes' : 'no')]
