import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { ExportedPerson } from '../../../workspace/export/people.ts'
import type { Cell } from '../../csv.ts'
import type { Column } from '../../csv-download.ts'
import type { About } from './about.ts'
import { crmPhone, crmText } from './crm-text.ts'

/** The columns of a person that every CRM has, each under its own heading, and the cell where one is not left empty. */
export interface CrmHeadings {
  email: string
  firstName: string
  lastName: string
  company: string
  phone: string
  jobTitle: string
  country: string
}

export function personColumns(headings: CrmHeadings): Column<InFile<Listed>>[] {
  return [
    [headings.email, (row) => crmText(row.person.email)],
    [headings.firstName, (row) => crmText(row.contact?.firstName)],
    [headings.lastName, (row) => crmText(row.contact?.lastName)],
    [headings.company, (row) => crmText(row.person.company)],
    [headings.phone, (row) => crmPhone(row.contact?.phone)],
    [headings.jobTitle, (row) => crmText(row.person.jobTitle)],
    [headings.country, (row) => crmText(row.contact?.country)],
  ]
}

/** What Ripen knows, by the words from which each CRM makes a heading. */
export type RipenColumn<Row> = [words: string, cell: (row: Row, about: About, moment: Written) => Cell]
type Written = (moment: string | null) => string | null

/** Of somebody in a ranking. */
export const ripenOfRanked: readonly RipenColumn<ExportedPerson>[] = [
  ['Score', (row) => row.score],
  ['Webinar Points', (row) => row.webinarPoints],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Live Seconds', (row) => row.attendance.liveSeconds],
  ['On Demand Seconds', (row) => row.attendance.replaySeconds],
  ['Questions', (row) => row.questions],
  ['Poll Answers', (row) => row.pollAnswers],
  ['Buying Topics', (row) => row.buying.join(';') || null],
  ['Last Activity', (row, _about, written) => written(row.lastActivityAt)],
  ['Webinar', (_row, { topic }) => crmText(topic)],
  ['Webinar Day', (_row, { day }) => day],
  ['Person', (row) => row.person.id],
  ['Model Version', (_row, { modelVersion }) => modelVersion],
  ['As Of', (_row, { asOf }, written) => written(asOf)],
]

/** Of somebody in a list of people. */
export const ripenOfListed: readonly RipenColumn<InFile<Listed>>[] = [
  ['Score', (row) => row.score],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Last Activity', (row, _about, written) => written(row.lastActivityAt)],
  ['Segment', (_row, { topic }) => crmText(topic)],
  ['Person', (row) => row.person.id],
  ['Model Version', (_row, { modelVersion }) => modelVersion],
  ['As Of', (_row, { asOf }, written) => written(asOf)],
]

/**
 * What Ripen knows, for fields that the customer makes in the CRM: `heading` says how they are called there, `written`
 * how a moment is. Multiple values are joined by semicolons, as all four read them.
 */
export function ripenColumns<Row>(
  about: About,
  own: readonly RipenColumn<Row>[],
  heading: (words: string) => string,
  written: Written = (moment) => moment,
): Column<Row>[] {
  return own.map(([words, cell]) => [heading(words), (row) => cell(row, about, written)])
}
